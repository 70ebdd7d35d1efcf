/**
 * The program {@code tickmark}: reads the command line, finds a running server or boots one in this process, and talks
 * to it over its socket.
 */
package org.tickmark.launcher;

/**
 * The socket of the data directory: one session a connection, in which commands and shell lines are carried out one at a
 * time for as long as the client is there.
 */
package org.tickmark.console.session;

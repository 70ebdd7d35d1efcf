/**
 * Shell lines in Gogo's syntax: every command as a Gogo function, pipes and variables over what commands print and
 * return.
 */
package org.tickmark.console.shell;

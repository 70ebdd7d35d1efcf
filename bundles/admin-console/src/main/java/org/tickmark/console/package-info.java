/**
 * The doors that open from a terminal: {@link org.tickmark.console.ConsoleComponent} gathers the commands of all bundles and
 * serves them on the socket of the data directory.
 */
package org.tickmark.console;

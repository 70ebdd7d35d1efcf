/**
 * From the words of a command line to its output and exit code: which commands there are, what the words mean, help,
 * completion, the one formatter, progress. Knows neither sockets nor Gogo nor any service that a command stands on.
 */
package org.tickmark.console.engine;

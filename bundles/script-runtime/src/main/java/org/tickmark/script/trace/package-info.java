/**
 * Traces: what a run did, statement by statement, written while it runs and read forward and backward afterwards. {@link org.tickmark.script.trace.Tape} writes and
 * {@link org.tickmark.script.trace.Player} reads the same bytes.
 */
package org.tickmark.script.trace;

package org.tickmark.scheduler.sim;

/**
 * A promise that was broken.
 *
 * @param promise its number, as in I3
 * @param what what was found
 */
record Violation(String promise, String what) {}

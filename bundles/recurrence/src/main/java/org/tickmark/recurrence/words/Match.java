package org.tickmark.recurrence.words;

/**
 * A value that was read.
 *
 * @param end the index of the token after it
 */
record Match<T>(T value, int end) {}

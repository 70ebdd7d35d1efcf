package org.tickmark.recurrence.series;

/**
 * The time that an occurrence takes, as seconds of one line.
 *
 * @param start first second
 * @param end second after the last one; an occurrence without length takes the second at which it is
 * @param slot which occurrence it is
 */
record Span(long start, long end, Slot slot) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}

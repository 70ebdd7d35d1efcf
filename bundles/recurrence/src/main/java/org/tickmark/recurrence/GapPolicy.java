package org.tickmark.recurrence;

/**
 * What becomes of a wall-clock time that a zone leaves out, such as 02:30 on the day summer time begins.
 *
 * <p>Source: RFC 5545 sections 3.3.5 and 3.3.10, which disagree; see {@code INTERPRETATION.md}.
 */
public enum GapPolicy {
    /** It is read with the offset before the gap, so 02:30 becomes 03:30 (RFC 5545 section 3.3.5). The default. */
    SHIFT,
    /** It is left out and does not count (RFC 5545 section 3.3.10). */
    SKIP,
    /** It becomes the first instant after the gap, so 02:30 becomes 03:00. */
    FIRST_VALID
}

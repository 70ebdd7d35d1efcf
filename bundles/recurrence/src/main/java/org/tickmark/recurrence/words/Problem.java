package org.tickmark.recurrence.words;

/**
 * Why clauses that were read do not make a rule.
 *
 * @param kind the key of the message, after {@code message.}
 * @param part the part that is the trouble
 */
record Problem(String kind, Part<?> part) {}

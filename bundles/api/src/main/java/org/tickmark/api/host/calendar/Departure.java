package org.tickmark.api.host.calendar;

import org.tickmark.api.message.Message;

/**
 * A place where what is stored beside a rule is not what the rule gives.
 *
 * @param series the number of the series; 0 for an appointment that stands alone
 * @param where the row: {@code rule}, or the original start
 * @param what what is wrong
 */
public record Departure(long series, String where, Message what) {}

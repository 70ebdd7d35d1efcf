package org.tickmark.calendar;

import java.time.Instant;

/** Who changes something, and when. */
record Stamp(Instant at, long associate) {}

package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.util.List;

/** The days of a Unix cron whose two fields of days are joined by "or". */
record EitherDays(List<Integer> monthDays, List<DayOfWeek> days) {}

/**
 * Calendars of working days: which days are free and why, and what a date that falls on a free day becomes.
 *
 * <p>A {@link org.tickmark.recurrence.calendar.WorkCalendar} is a set of rules (a fixed date, the nth weekday of a month,
 * Easter and days from it, a weekday within some dates), single dates that are free or worked, and the weekdays of the
 * weekend. Each year is compiled once into a bitmap; every question is answered from such bitmaps. Calendars are text,
 * see {@link org.tickmark.recurrence.calendar.WorkCalendar#parse(String)};
 * {@link org.tickmark.recurrence.calendar.NationalCalendars} brings those of Norway, Sweden, Denmark and Finland.
 *
 * <p>All types are immutable and safe for use from many threads. Nothing is null.
 */
@Export
@Version("1.0.0")
package org.tickmark.recurrence.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

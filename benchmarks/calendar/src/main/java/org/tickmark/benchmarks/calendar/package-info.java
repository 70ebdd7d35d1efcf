/** How fast a calendar of many series is shown and checked for conflicts, beside ical4j, which expands the same series. */
package org.tickmark.benchmarks.calendar;

/**
 * Items as iCalendar files (RFC 5545) and back, without loss: what is not understood is kept as it came.
 */
package org.tickmark.calendar.ics;

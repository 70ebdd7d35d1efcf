/**
 * What a calendar does to its appointments, as values: drafts become series, edits become what stands afterwards and what that amounts
 * to, series become rows. Nothing here knows the database.
 */
package org.tickmark.calendar.series;

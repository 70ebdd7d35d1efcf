/** The calendar: months, weeks and an agenda; an appointment with the dates of its series; feeds. */
package org.tickmark.web.screens.calendar;

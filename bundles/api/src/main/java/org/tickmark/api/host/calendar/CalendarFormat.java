package org.tickmark.api.host.calendar;

/** How series and appointments are written for other programs; both forms say the same. */
public enum CalendarFormat {
    /** Lines of iCalendar (RFC 5545). */
    ICALENDAR("text/calendar; charset=utf-8"),
    /** The same as JSON, jCal (RFC 7265). */
    JCAL("application/calendar+json");

    private final String mediaType;

    CalendarFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What a server calls it. */
    public String mediaType() {
        return mediaType;
    }
}

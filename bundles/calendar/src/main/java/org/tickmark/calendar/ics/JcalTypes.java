package org.tickmark.calendar.ics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The types that values of properties have where they name none.
 *
 * <p>Source: RFC 5545 sections 3.7 and 3.8, RFC 7986 section 5.
 */
final class JcalTypes {
    static final String TEXT = "text";
    static final String DATE = "date";
    static final String DATE_TIME = "date-time";
    static final String PERIOD = "period";
    static final String RECUR = "recur";
    static final String UTC_OFFSET = "utc-offset";
    static final String INTEGER = "integer";
    static final String FLOAT = "float";
    static final String BOOLEAN = "boolean";

    /** Of properties that are not known; its values stand as they came. */
    static final String UNKNOWN = "unknown";

    private static final Map<String, String> USUAL = new HashMap<>();

    static {
        all(
                TEXT,
                "ACTION CALSCALE CATEGORIES CLASS COLOR COMMENT CONTACT DESCRIPTION LOCATION METHOD NAME PRODID RELATED-TO"
                        + " REQUEST-STATUS RESOURCES STATUS SUMMARY TRANSP TZID TZNAME UID VERSION");
        all(DATE_TIME, "COMPLETED CREATED DTEND DTSTAMP DTSTART DUE EXDATE LAST-MODIFIED RDATE RECURRENCE-ID");
        all("duration", "DURATION TRIGGER");
        all(RECUR, "EXRULE RRULE");
        all(UTC_OFFSET, "TZOFFSETFROM TZOFFSETTO");
        all("uri", "ATTACH CONFERENCE TZURL URL");
        all("cal-address", "ATTENDEE ORGANIZER");
        all(INTEGER, "PERCENT-COMPLETE PRIORITY REPEAT SEQUENCE");
        all(FLOAT, "GEO");
        all(PERIOD, "FREEBUSY");
    }

    private static final Set<String> LISTS = Set.of("CATEGORIES", "EXDATE", "FREEBUSY", "RDATE", "RESOURCES");
    private static final Set<String> STRUCTURED = Set.of("GEO", "REQUEST-STATUS");

    private JcalTypes() {}

    private static void all(String type, String names) {
        for (String name : names.split(" ", -1)) {
            USUAL.put(name, type);
        }
    }

    static String usual(String property) {
        return USUAL.getOrDefault(property, UNKNOWN);
    }

    /** Whether commas part values. */
    static boolean isList(String property) {
        return LISTS.contains(property);
    }

    /** Whether semicolons part what a value is made of. */
    static boolean isStructured(String property) {
        return STRUCTURED.contains(property);
    }
}

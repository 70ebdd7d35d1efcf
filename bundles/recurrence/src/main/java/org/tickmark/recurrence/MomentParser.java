package org.tickmark.recurrence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** Reads the text form of a moment. */
final class MomentParser {
    private static final String ZONE = "TZID=";
    private static final int DATE_LENGTH = 8;
    private static final int TIME_LENGTH = 6;
    private static final int LOCAL_LENGTH = DATE_LENGTH + 1 + TIME_LENGTH;
    private static final String FORMS =
            "20250106, 20250106T090000, 20250106T080000Z or TZID=Europe/Oslo:20250106T090000";

    private final String text;
    private final int end;

    private MomentParser(String text, int end) {
        this.text = text;
        this.end = end;
    }

    static Moment parse(String text) {
        MomentParser parser = new MomentParser(text, text.length());
        if (!text.regionMatches(true, 0, ZONE, 0, ZONE.length())) {
            return parser.unzoned(0);
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw parser.failure(text.length(), "expected a colon and a time after the zone");
        }
        return parser.zoned(colon);
    }

    /** A date, floating or UTC moment that is the part of {@code text} from {@code begin} to {@code end}. */
    static Moment unzoned(String text, int begin, int end) {
        return new MomentParser(text, end).unzoned(begin);
    }

    private Moment zoned(int colon) {
        ZoneId zone = zone(colon);
        if (end - colon - 1 != LOCAL_LENGTH) {
            throw failure(colon + 1, "expected a time like 20250106T090000 after the zone");
        }
        LocalDateTime wallClock = localDateTime(colon + 1);
        return Moment.of(wallClock, zone);
    }

    private ZoneId zone(int colon) {
        String name = text.substring(ZONE.length(), colon);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw failure(
                    ZONE.length(), "zone \"" + name + "\" is not known; expected an IANA name such as Europe/Oslo");
        }
    }

    private Moment unzoned(int begin) {
        int length = end - begin;
        if (length == DATE_LENGTH) {
            return Moment.of(date(begin));
        }
        if (length == LOCAL_LENGTH) {
            return Moment.of(localDateTime(begin));
        }
        if (length == LOCAL_LENGTH + 1 && Character.toUpperCase(text.charAt(end - 1)) == 'Z') {
            return Moment.of(localDateTime(begin).toInstant(ZoneOffset.UTC));
        }
        throw failure(begin, "expected a moment in one of the forms " + FORMS);
    }

    private LocalDateTime localDateTime(int begin) {
        LocalDate date = date(begin);
        int time = begin + DATE_LENGTH + 1;
        if (!text.substring(time - 1, time).toUpperCase(Locale.ROOT).equals("T")) {
            throw failure(time - 1, "expected T between date and time");
        }
        int second = number(time + 4, 2);
        try {
            return date.atTime(number(time, 2), number(time + 2, 2), second == 60 ? 59 : second);
        } catch (DateTimeException wrong) {
            throw failure(time, "\"" + text.substring(time, time + TIME_LENGTH) + "\" is no time of day");
        }
    }

    private LocalDate date(int begin) {
        int year = number(begin, 4);
        if (year == 0) {
            throw failure(begin, "year 0; expected a year from 1 to 9999");
        }
        try {
            return LocalDate.of(year, number(begin + 4, 2), number(begin + 6, 2));
        } catch (DateTimeException wrong) {
            throw failure(begin, "\"" + text.substring(begin, begin + DATE_LENGTH) + "\" is no date");
        }
    }

    private int number(int begin, int digits) {
        int value = 0;
        for (int i = begin; i < begin + digits; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                throw failure(i, "expected a digit of a moment in one of the forms " + FORMS);
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private RuleSyntaxException failure(int position, String reason) {
        return new RuleSyntaxException(text, position, reason);
    }
}

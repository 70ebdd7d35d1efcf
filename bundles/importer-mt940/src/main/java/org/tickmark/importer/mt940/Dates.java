package org.tickmark.importer.mt940;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tickmark.kit.lines.Ascii;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/**
 * Reads the dates of a message. A day that its month does not have, such as 30 February, is the month's last one, with a warning: German banks reckon
 * interest with months of thirty days.
 */
final class Dates {
    /** The entry date of a statement lies so near to its value date; one farther away is worth a warning. */
    private static final long USUAL_DISTANCE = 180;

    private static final int YEARS = 10_000;

    private final LineReader lines;
    private final LineProblems problems;
    private final Days days = new Days();
    private LocalDate lastValueDate;
    private int lastMonthDay;
    private LocalDate lastEntryDate;

    Dates(LineReader lines, LineProblems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** A date YYMMDD; nothing, and a problem told, when it is none. */
    Optional<LocalDate> valueDate(int from, int to) {
        byte[] bytes = lines.buffer();
        int number = to - from == 6 ? (int) Ascii.number(bytes, from, to) : -1;
        if (number < 0) {
            return refuse(from, to, "261122");
        }
        int whole = Days.year(number / YEARS) * YEARS + number % YEARS;
        Optional<LocalDate> day = days.of(whole);
        return day.isPresent() ? day : clamped(whole, from, to);
    }

    /** A date MMDD without year, in the year that puts it nearest to the value date; nothing, and a problem told, when it is none. */
    Optional<LocalDate> entryDate(int from, int to, LocalDate valueDate) {
        int number = (int) Ascii.number(lines.buffer(), from, to);
        if (number == lastMonthDay && valueDate.equals(lastValueDate)) {
            return Optional.of(lastEntryDate);
        }
        Optional<LocalDate> day = Days.nearest(number, valueDate);
        if (day.isEmpty()) {
            return refuse(from, to, "1122");
        }
        if (day.get().getDayOfMonth() != number % 100) {
            warn("date", from, to, day.get());
        } else if (Math.abs(ChronoUnit.DAYS.between(valueDate, day.get())) > USUAL_DISTANCE) {
            warn("far", from, to, day.get());
        }
        lastMonthDay = number;
        lastValueDate = valueDate;
        lastEntryDate = day.get();
        return day;
    }

    private Optional<LocalDate> clamped(int number, int from, int to) {
        Optional<LocalDate> day = Days.clamped(number);
        if (day.isEmpty()) {
            return refuse(from, to, "261122");
        }
        warn("date", from, to, day.get());
        return day;
    }

    private void warn(String word, int from, int to, LocalDate taken) {
        problems.warn(word, Texts.message("mt940." + word), lines.latin(from, to), taken.toString());
    }

    private Optional<LocalDate> refuse(int from, int to, String expected) {
        problems.field(Field.DATE, from, to, expected);
        return Optional.empty();
    }
}

package org.tickmark.reconciliation.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;

/**
 * Counts the days between entries: all of them, or working days only, where a free day counts as the working day before it; so Friday
 * and Monday are one day apart, and so are Saturday and Monday. Immutable; safe for use from many threads.
 */
final class WorkingDays {
    /** Every day counts. */
    static final String CALENDAR = "calendar";
    /** Monday to Friday. */
    static final String WEEKDAYS = "weekdays";

    /** What calendars of banks are told from those of everybody by. */
    private static final String BANK = "+bank";

    private static final long MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();
    private static final int WEEK = 7;
    private static final int WORKED_IN_A_WEEK = 5;

    /** Days before and after these count as if none were free. */
    private static final int FIRST = (int) LocalDate.of(1970, 1, 1).toEpochDay();

    private static final int LAST = (int) LocalDate.of(2169, 12, 31).toEpochDay();

    private static final Map<String, WorkingDays> KNOWN = new ConcurrentHashMap<>();

    /** For each day how many working days there are up to it; null where every day counts. */
    private final int[] upTo;
    /** The working days. */
    private final int[] worked;

    private WorkingDays(LongPredicate isWorked) {
        upTo = new int[LAST - FIRST + 1];
        IntList days = new IntList();
        for (int day = FIRST; day <= LAST; day++) {
            if (isWorked.test(day)) {
                days.add(day);
            }
            upTo[day - FIRST] = days.size();
        }
        worked = days.toArray();
    }

    /** What a rule may say: how days are counted. */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(CALENDAR, WEEKDAYS));
        for (String country : NationalCalendars.countries()) {
            words.add(country);
            words.add(country + BANK);
        }
        return words;
    }

    /** The working days that a word other than {@link #CALENDAR} stands for; read from the calendar when first asked for. */
    static WorkingDays of(String word) {
        return KNOWN.computeIfAbsent(word, WorkingDays::read);
    }

    private static WorkingDays read(String word) {
        if (word.equals(WEEKDAYS)) {
            return new WorkingDays(day -> Math.floorMod(day - MONDAY, WEEK) < WORKED_IN_A_WEEK);
        }
        WorkCalendar calendar = NationalCalendars.find(word)
                .orElseThrow(() -> new IllegalArgumentException("Calendar '" + word + "': expected one of " + words()));
        return new WorkingDays(calendar::isWorkday);
    }

    /** The first day that is not more than so many working days before another. */
    int earliest(int day, int most) {
        if (isOutside(day)) {
            return day - most;
        }
        int number = upTo[day - FIRST] - most;
        return number < 1 ? FIRST : worked[number - 1];
    }

    /** The last day that is not more than so many working days after another. */
    int latest(int day, int most) {
        if (isOutside(day)) {
            return day + most;
        }
        int next = upTo[day - FIRST] + most;
        return next < worked.length ? worked[next] - 1 : LAST;
    }

    private static boolean isOutside(int day) {
        return day < FIRST || day > LAST;
    }
}

package org.tickmark.reconciliation.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.tickmark.recurrence.calendar.NationalCalendars;
import org.tickmark.recurrence.calendar.WorkCalendar;

/**
 * Counts working days. A free day counts as the working day before it: so Friday and Monday are one day apart, and so are Saturday and Monday.
 */
final class WorkingDays implements DayCount {
    /** Monday to Friday. */
    static final String WEEKDAYS = "weekdays";

    /** The layer of a country's calendar with the days on which only its banks are closed. */
    static final String BANK = "+bank";

    private static final long MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();
    private static final int WEEK = 7;
    private static final int WORKED_IN_A_WEEK = 5;

    /** Days before and after these count as if none were free. */
    private static final int FIRST = (int) LocalDate.of(1970, 1, 1).toEpochDay();

    private static final int LAST = (int) LocalDate.of(2169, 12, 31).toEpochDay();

    private static final Map<String, WorkingDays> KNOWN = new ConcurrentHashMap<>();

    private final String word;
    /** For each day how many working days there are up to it, itself included. */
    private final int[] upTo;
    /** The working days. */
    private final int[] worked;

    private WorkingDays(String word, LongPredicate isWorked) {
        this.word = word;
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

    /** The working days that a word stands for; read from the calendar when first asked for. */
    static WorkingDays of(String word) {
        return KNOWN.computeIfAbsent(word, WorkingDays::read);
    }

    private static WorkingDays read(String word) {
        if (word.equals(WEEKDAYS)) {
            return new WorkingDays(word, day -> Math.floorMod(day - MONDAY, WEEK) < WORKED_IN_A_WEEK);
        }
        WorkCalendar calendar = NationalCalendars.find(word)
                .orElseThrow(() ->
                        new IllegalArgumentException("Calendar '" + word + "': expected one of " + DayCount.words()));
        return new WorkingDays(word, calendar::isWorkday);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public int earliest(int day, int most) {
        if (isOutside(day)) {
            return day - most;
        }
        int number = upTo[day - FIRST] - most;
        return number < 1 ? FIRST : worked[number - 1];
    }

    @Override
    public int latest(int day, int most) {
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

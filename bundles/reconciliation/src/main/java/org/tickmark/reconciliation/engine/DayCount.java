package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.calendar.NationalCalendars;

/** How the days between entries are counted. Immutable; safe for use from many threads. */
interface DayCount {
    /** Every day counts. */
    DayCount ALL = new DayCount() {
        @Override
        public String word() {
            return "calendar";
        }

        @Override
        public int earliest(int day, int most) {
            return day - most;
        }

        @Override
        public int latest(int day, int most) {
            return day + most;
        }
    };

    /** How rules call it. */
    String word();

    /** The first day that is not more than so many days before another. */
    int earliest(int day, int most);

    /** The last day that is not more than so many days after another. */
    int latest(int day, int most);

    /** What rules may say. */
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(ALL.word(), WorkingDays.WEEKDAYS));
        for (String country : NationalCalendars.countries()) {
            words.add(country);
            words.add(country + WorkingDays.BANK);
        }
        return words;
    }

    /** The count that rules call so. */
    static DayCount of(String word) {
        return word.equals(ALL.word()) ? ALL : WorkingDays.of(word);
    }
}

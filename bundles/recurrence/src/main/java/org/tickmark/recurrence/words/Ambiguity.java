package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.tickmark.recurrence.Frequency;
import org.tickmark.recurrence.NthWeekday;

/** What a sentence that can mean two things may mean. */
final class Ambiguity {
    private Ambiguity() {}

    static List<Parts> readings(Parts parts) {
        List<DayOfWeek> days = parts.orElse(Part.DAYS, List.of());
        return parts.get(Part.AMBIGUOUS)
                .map(nth -> everyNth(nth, days))
                .orElseGet(() -> withOrWithoutNumber(parts.orElse(Part.NTH_DAYS, List.of()), days));
    }

    /** "Every third Monday": every three weeks, or the third of the month. */
    private static List<Parts> everyNth(int nth, List<DayOfWeek> days) {
        Parts weeks = new Parts()
                .put(Part.FREQUENCY, Frequency.WEEKLY)
                .put(Part.INTERVAL, nth)
                .put(Part.DAYS, days);
        List<NthWeekday> numbered =
                days.stream().map(day -> NthWeekday.of(Math.min(nth, 5), day)).toList();
        return nth > 5 ? List.of(weeks) : List.of(weeks, monthly(numbered));
    }

    /** "The first Monday and Tuesday": the first Tuesday, or every one. */
    private static List<Parts> withOrWithoutNumber(List<NthWeekday> numbered, List<DayOfWeek> days) {
        List<NthWeekday> withNumber = new ArrayList<>(numbered);
        List<NthWeekday> without = new ArrayList<>(numbered);
        int nth = numbered.get(numbered.size() - 1).nth();
        days.forEach(day -> {
            withNumber.add(NthWeekday.of(nth, day));
            without.add(NthWeekday.each(day));
        });
        return List.of(monthly(withNumber), monthly(without));
    }

    private static Parts monthly(List<NthWeekday> days) {
        return new Parts()
                .put(Part.FREQUENCY, Frequency.MONTHLY)
                .put(Part.INTERVAL, 1)
                .put(Part.NTH_DAYS, days);
    }
}

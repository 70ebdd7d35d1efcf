package org.tickmark.recurrence.words;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A weekday, a range of them, the workdays or the weekend, as an item of a list. Immutable. */
final class WeekdayItem implements Slot<List<DayOfWeek>> {
    static final List<DayOfWeek> WORKDAYS = List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Slot<DayOfWeek> weekday;
    private final String workdays;
    private final Set<String> workdayWords;
    private final Set<String> weekendWords;
    private final Set<String> joints;

    /**
     * @param workdays words for Monday to Friday, the one to write first
     * @param weekend folded words for Saturday and Sunday
     * @param joints folded words and signs between the ends of a range
     */
    WeekdayItem(Slot<DayOfWeek> weekday, List<String> workdays, List<String> weekend, List<String> joints) {
        this.weekday = weekday;
        this.workdays = workdays.get(0);
        this.workdayWords = Set.copyOf(workdays.stream().map(Tokens::fold).toList());
        this.weekendWords = Set.copyOf(weekend);
        this.joints = Set.copyOf(joints);
    }

    @Override
    public String write(List<DayOfWeek> days) {
        return String.join(", ", items(days));
    }

    /** The workdays as one item, any other days one by one. */
    List<String> items(List<DayOfWeek> days) {
        return days.equals(WORKDAYS) ? List.of(workdays) : single(days);
    }

    List<String> single(List<DayOfWeek> days) {
        return days.stream().map(weekday::write).toList();
    }

    @Override
    public List<Match<List<DayOfWeek>>> read(Reader reader, int at) {
        if (at < reader.tokens().size()) {
            String word = reader.tokens().get(at).folded();
            if (workdayWords.contains(word)) {
                return List.of(new Match<>(WORKDAYS, at + 1));
            }
            if (weekendWords.contains(word)) {
                return List.of(new Match<>(WEEKEND, at + 1));
            }
        }
        return weekday.read(reader, at).stream()
                .map(first -> range(reader, first))
                .toList();
    }

    private Match<List<DayOfWeek>> range(Reader reader, Match<DayOfWeek> first) {
        boolean joined = joints.stream().anyMatch(joint -> reader.tokens().is(first.end(), joint));
        List<Match<DayOfWeek>> last = joined ? weekday.read(reader, first.end() + 1) : List.of();
        return last.isEmpty()
                ? new Match<>(List.of(first.value()), first.end())
                : new Match<>(
                        days(first.value(), last.get(0).value()), last.get(0).end());
    }

    /** From a day on to another, over the end of the week if need be. */
    private static List<DayOfWeek> days(DayOfWeek first, DayOfWeek last) {
        List<DayOfWeek> days = new ArrayList<>(List.of(first));
        while (days.get(days.size() - 1) != last) {
            days.add(days.get(days.size() - 1).plus(1));
        }
        return days;
    }
}

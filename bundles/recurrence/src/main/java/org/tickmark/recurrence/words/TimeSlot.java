package org.tickmark.recurrence.words;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A time of day: {@code 09:00}, and {@code 09:00:15} where it is not a whole minute. Immutable. */
final class TimeSlot implements Slot<LocalTime> {
    private final Map<String, LocalTime> names;
    private final Map<String, Integer> halves;
    private final boolean bare;

    /**
     * @param names folded words that stand for times, such as noon
     * @param halves folded words after an hour of 1 to 12, with the hours they add to an hour of 0 to 11
     * @param bare whether an hour alone is read as well
     */
    TimeSlot(Map<String, LocalTime> names, Map<String, Integer> halves, boolean bare) {
        this.names = Map.copyOf(names);
        this.halves = Map.copyOf(halves);
        this.bare = bare;
    }

    @Override
    public String write(LocalTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public List<Match<LocalTime>> read(Reader reader, int at) {
        Tokens tokens = reader.tokens();
        if (at < tokens.size() && names.containsKey(tokens.get(at).folded())) {
            return List.of(new Match<>(names.get(tokens.get(at).folded()), at + 1));
        }
        int minuteAt = followedByTwoDigits(tokens, at);
        int secondAt = minuteAt < 0 ? -1 : followedByTwoDigits(tokens, minuteAt);
        int end = (secondAt >= 0 ? secondAt : minuteAt >= 0 ? minuteAt : at) + 1;
        Integer half = end < tokens.size() ? halves.get(tokens.get(end).folded()) : null;
        if (tokens.number(at) < 0 || (minuteAt < 0 && half == null && !bare)) {
            reader.missed(at, "#");
            return List.of();
        }
        try {
            int hour = hour(tokens.number(at), half);
            int minute = minuteAt < 0 ? 0 : (int) tokens.number(minuteAt);
            int second = secondAt < 0 ? 0 : (int) tokens.number(secondAt);
            return List.of(new Match<>(LocalTime.of(hour, minute, second), half == null ? end : end + 1));
        } catch (DateTimeException e) {
            if (minuteAt >= 0) {
                reader.refused(at);
            }
            reader.missed(at, "#");
            return List.of();
        }
    }

    /** The index of two digits that a colon or dot joins to the number, or -1. */
    private static int followedByTwoDigits(Tokens tokens, int at) {
        boolean sign = tokens.is(at + 1, ":") || tokens.is(at + 1, ".");
        boolean joined = sign && tokens.touchesPrevious(at + 1) && tokens.touchesPrevious(at + 2);
        return joined
                        && tokens.number(at + 2) >= 0
                        && tokens.get(at + 2).folded().length() == 2
                ? at + 2
                : -1;
    }

    private static int hour(long hour, Integer half) {
        if (half == null) {
            return (int) Math.min(hour, 24);
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("hour " + hour);
        }
        return (int) hour % 12 + half;
    }
}

package org.tickmark.calendar.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tickmark.api.host.calendar.Answer;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.Clearing;
import org.tickmark.api.host.calendar.Clearing.Move;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.EditResult;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Piece;
import org.tickmark.recurrence.series.Series;
import org.tickmark.recurrence.series.Single;
import org.tickmark.recurrence.series.StartChange;

/**
 * Looks for the smallest moves that clear conflicts: of each date by the least time, of two as small the later one, in steps of
 * {@value #STEP_MINUTES} minutes of the clock; and of the whole series by one time. One search an instance.
 */
public final class Moves {
    static final int STEP_MINUTES = 5;

    private static final int MINUTES_A_DAY = 1_440;

    private final Item item;
    private final ZoneId home;
    private final int mostDays;
    private final DayWindow window;
    private final NavigableMap<Instant, Instant> taken = new TreeMap<>();
    private final NavigableMap<Instant, Instant> own = new TreeMap<>();
    private final Occupation how;

    /**
     * A search.
     *
     * @param others what takes the time of the same people and resources, in order, without overlaps
     * @param mostDays how far a date may go; 0 to stay on its day
     */
    public Moves(Item item, List<BusyTime> others, int mostDays, DayWindow window, ZoneId home) {
        this.item = item;
        this.home = home;
        this.mostDays = mostDays;
        this.window = window;
        this.how = Occupation.of(People.fields(item), item.owner(), true, Answer.ACCEPTED);
        others.forEach(time -> taken.put(time.from(), time.to()));
    }

    /**
     * The moves.
     *
     * @param dates the dates of the item in the time looked at, in order
     * @param clashing original starts of those that meet something
     * @param clear whether an item meets nothing, ever
     */
    public Clearing clearing(List<Occurrence> dates, Set<LocalDateTime> clashing, Predicate<Item> clear) {
        dates.forEach(one -> own.put(from(one), to(one)));
        List<Move> moves = new ArrayList<>();
        List<LocalDateTime> left = new ArrayList<>();
        Duration together = Duration.ZERO;
        for (Occurrence one : dates) {
            if (clashing.contains(one.original().wallClock())) {
                Optional<Occurrence> moved = moved(one);
                if (moved.isPresent()) {
                    LocalDateTime now = one.start().wallClock();
                    LocalDateTime then = moved.get().start().wallClock();
                    moves.add(new Move(one.original().wallClock(), now, then));
                    together = together.plus(Duration.between(now, then).abs());
                } else {
                    left.add(one.original().wallClock());
                }
            }
        }
        return new Clearing(moves, left, shift(dates, together, left.isEmpty(), clear));
    }

    /** The occurrence where it finds the nearest free time; that is taken from then on. */
    private Optional<Occurrence> moved(Occurrence one) {
        own.remove(from(one));
        for (int minutes = STEP_MINUTES; minutes <= reach(); minutes += STEP_MINUTES) {
            for (int direction : new int[] {1, -1}) {
                Optional<Occurrence> there = at(one, (long) direction * minutes);
                if (there.isPresent() && isFree(there.get(), true)) {
                    own.put(from(there.get()), to(there.get()));
                    return there;
                }
            }
        }
        own.put(from(one), to(one));
        return Optional.empty();
    }

    private int reach() {
        return (mostDays + 1) * MINUTES_A_DAY - STEP_MINUTES;
    }

    /** The occurrence so many minutes of the clock away; empty where that is too far, or no time of its clock. */
    private Optional<Occurrence> at(Occurrence one, long minutes) {
        if (one.start() instanceof Moment.DateOnly && minutes % MINUTES_A_DAY != 0) {
            return Optional.empty();
        }
        LocalDateTime now = one.start().wallClock();
        LocalDateTime then = now.plusMinutes(minutes);
        long days = Math.abs(now.toLocalDate().toEpochDay() - then.toLocalDate().toEpochDay());
        Moment start = Dial.of(one.start()).at(then);
        return days > mostDays || !start.wallClock().equals(then)
                ? Optional.empty()
                : Optional.of(new Occurrence(one.original(), start, one.length(), one.fields(), one.origin()));
    }

    private boolean isFree(Occurrence one, boolean alsoOfOwn) {
        Instant from = from(one);
        Instant to = to(one);
        boolean open = one.start() instanceof Moment.DateOnly
                ? window.isOpen(one.start().wallClock().toLocalDate())
                : window.holds(instant(one.start()), instant(one.end()));
        return open && isFree(taken, from, to) && (!alsoOfOwn || isFree(own, from, to));
    }

    private static boolean isFree(NavigableMap<Instant, Instant> times, Instant from, Instant to) {
        Map.Entry<Instant, Instant> before = times.lowerEntry(to);
        return before == null || !before.getValue().isAfter(from);
    }

    private Instant from(Occurrence one) {
        return instant(one.start()).minus(Duration.ofMinutes(how.lead()));
    }

    private Instant to(Occurrence one) {
        return instant(one.end()).plus(Duration.ofMinutes(how.lag()));
    }

    private Instant instant(Moment moment) {
        return Dial.instant(moment, home);
    }

    /** The least time by which the whole series is moved away from everything, where that is less than the moves together. */
    private Optional<Duration> shift(
            List<Occurrence> dates, Duration together, boolean isCleared, Predicate<Item> clear) {
        boolean worthwhile = !isCleared || together.compareTo(Duration.ofMinutes(STEP_MINUTES)) > 0;
        if (!worthwhile || !(item.content() instanceof Series series)) {
            return Optional.empty();
        }
        for (int minutes = STEP_MINUTES; minutes <= reach(); minutes += STEP_MINUTES) {
            if (isCleared && together.compareTo(Duration.ofMinutes(minutes)) <= 0) {
                return Optional.empty();
            }
            for (int direction : new int[] {1, -1}) {
                long by = (long) direction * minutes;
                if (fits(dates, by) && shifted(series, by).filter(clear).isPresent()) {
                    return Optional.of(Duration.ofMinutes(by));
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(List<Occurrence> dates, long minutes) {
        Set<LocalDateTime> seen = new HashSet<>();
        for (Occurrence one : dates) {
            Optional<Occurrence> there = at(one, minutes);
            boolean fits = there.isPresent()
                    && isFree(there.get(), false)
                    && seen.add(there.get().start().wallClock());
            if (!fits) {
                return false;
            }
        }
        return !dates.isEmpty();
    }

    private Optional<Item> shifted(Series series, long minutes) {
        Moment first = series.first().orElseThrow().original();
        Moment start = series.first().orElseThrow().start();
        Moment then = Dial.of(start).at(start.wallClock().plusMinutes(minutes));
        EditResult result = series.edit().changeStart(first, then, StartChange.SHIFT_ALL);
        List<Piece> pieces = result.change().map(change -> change.pieces()).orElse(List.of());
        return pieces.size() == 1 && !(pieces.get(0) instanceof Single)
                ? Optional.of(new Item(item.owner(), pieces.get(0)))
                : Optional.empty();
    }
}

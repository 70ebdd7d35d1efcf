package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.calendar.BusyTime;
import org.tickmark.api.host.calendar.BusyTime.Kind;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.series.Occurrence;
import org.tickmark.recurrence.series.Single;

/** The times at which someone or something is taken. */
public final class Busy {
    private static final Comparator<BusyTime> BY_TIME =
            Comparator.comparing(BusyTime::from).thenComparing(BusyTime::to);

    private Busy() {}

    /** The time that one occurrence takes of someone; empty where it takes none. */
    public static Optional<BusyTime> of(String owner, Occurrence one, String who, ZoneId home) {
        return Taken.of(new Item(owner, new Single(one)), who, home).stream()
                .map(taken -> time(taken, taken.series().first().orElseThrow(), who))
                .findFirst();
    }

    private static BusyTime time(Taken taken, Occurrence one, String who) {
        return new BusyTime(who, taken.from(one), taken.to(one), taken.how().tentative() ? Kind.TENTATIVE : Kind.BUSY);
    }

    /** The time that an item takes of someone, of what begins in a range. */
    public static List<BusyTime> of(Item item, String who, Instant fromInclusive, Instant toExclusive, ZoneId home) {
        List<BusyTime> times = new ArrayList<>();
        for (Taken taken : Taken.of(item, who, home)) {
            Dial dial = Dial.of(taken.series().start());
            taken.series()
                    .between(dial.at(fromInclusive, home), dial.at(toExclusive, home))
                    .forEach(one -> times.add(time(taken, one, who)));
        }
        return times;
    }

    /** What of the times lies in a range, in order, with what touches put together; what is sure goes before what is not. */
    public static List<BusyTime> merged(List<BusyTime> times, Instant fromInclusive, Instant toExclusive) {
        List<BusyTime> sure = union(times, Kind.BUSY, fromInclusive, toExclusive);
        List<BusyTime> merged = new ArrayList<>(sure);
        for (BusyTime unsure : union(times, Kind.TENTATIVE, fromInclusive, toExclusive)) {
            merged.addAll(without(unsure, sure));
        }
        merged.sort(BY_TIME);
        return merged;
    }

    private static List<BusyTime> union(List<BusyTime> times, Kind kind, Instant from, Instant to) {
        List<BusyTime> union = new ArrayList<>();
        times.stream()
                .filter(time -> time.kind() == kind
                        && time.from().isBefore(to)
                        && time.to().isAfter(from))
                .map(time -> new BusyTime(time.who(), later(time.from(), from), earlier(time.to(), to), kind))
                .sorted(BY_TIME)
                .forEach(time -> add(union, time));
        return union;
    }

    private static void add(List<BusyTime> union, BusyTime time) {
        int last = union.size() - 1;
        if (last >= 0 && !union.get(last).to().isBefore(time.from())) {
            BusyTime before = union.get(last);
            union.set(last, new BusyTime(before.who(), before.from(), later(before.to(), time.to()), before.kind()));
        } else {
            union.add(time);
        }
    }

    private static List<BusyTime> without(BusyTime unsure, List<BusyTime> sure) {
        List<BusyTime> left = new ArrayList<>();
        Instant begin = unsure.from();
        for (BusyTime taken : sure) {
            if (taken.from().isBefore(unsure.to()) && taken.to().isAfter(begin)) {
                if (taken.from().isAfter(begin)) {
                    left.add(new BusyTime(unsure.who(), begin, taken.from(), unsure.kind()));
                }
                begin = taken.to();
            }
        }
        if (begin.isBefore(unsure.to())) {
            left.add(new BusyTime(unsure.who(), begin, unsure.to(), unsure.kind()));
        }
        return left;
    }

    /** The times of everybody as one list, sure or not. */
    public static List<BusyTime> together(List<BusyTime> times) {
        List<BusyTime> union = new ArrayList<>();
        times.stream()
                .map(time -> new BusyTime("", time.from(), time.to(), Kind.BUSY))
                .sorted(BY_TIME)
                .forEach(time -> add(union, time));
        return union;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

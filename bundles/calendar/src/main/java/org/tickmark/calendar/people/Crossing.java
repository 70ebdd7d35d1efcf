package org.tickmark.calendar.people;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tickmark.calendar.series.Dial;
import org.tickmark.calendar.series.Item;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Conflict;
import org.tickmark.recurrence.series.ConflictVerdict;
import org.tickmark.recurrence.series.Conflicts;

/**
 * Where an item takes the time of people and resources that others take as well; exact also where either goes on for ever. Not for
 * use from several threads.
 */
public final class Crossing {
    private static final Comparator<Met> BY_TIME =
            Comparator.comparing(Met::from).thenComparing(Met::original);
    private static final long SECONDS_A_MINUTE = 60;

    private final ZoneId home;
    private final Item item;
    private final SortedSet<String> concerned;
    private final Map<String, List<Taken>> own = new HashMap<>();

    /** For one item. */
    public Crossing(Item item, ZoneId home) {
        this.item = item;
        this.home = home;
        this.concerned = concerned(item);
    }

    /** Everybody whose time an item may take. */
    public static SortedSet<String> concerned(Item item) {
        SortedSet<String> all = new TreeSet<>(People.in(item));
        all.add(item.owner());
        return all;
    }

    /**
     * A time at which two appointments meet.
     *
     * @param who whose time they take
     * @param original the start that the rule of the item at hand gives
     * @param other the start that the rule of the other one gives
     * @param from the first instant that both block
     * @param to the instant at which one of them blocks no longer
     */
    public record Met(List<String> who, LocalDateTime original, LocalDateTime other, Instant from, Instant to) {
        public Met {
            who = List.copyOf(who);
        }
    }

    /** The first time that another item meets this one. */
    public Optional<Met> first(Item other) {
        List<Met> firsts = new ArrayList<>();
        shared(other).forEach(pair -> first(pair).ifPresent(firsts::add));
        return firsts.stream().min(BY_TIME).map(first -> withAll(first, firsts));
    }

    /** Every time that another item meets this one with dates of this one that begin in a range. */
    public List<Met> between(Item other, Instant fromInclusive, Instant toExclusive) {
        List<Met> all = new ArrayList<>();
        shared(other).forEach(pair -> between(pair, fromInclusive, toExclusive).forEach(all::add));
        all.sort(BY_TIME);
        return all;
    }

    private static Met withAll(Met first, List<Met> firsts) {
        List<String> who = firsts.stream()
                .filter(one ->
                        one.original().equals(first.original()) && one.other().equals(first.other()))
                .flatMap(one -> one.who().stream())
                .distinct()
                .sorted()
                .toList();
        return new Met(who, first.original(), first.other(), first.from(), first.to());
    }

    /** What the two take, of whoever they take it. */
    private record Shared(Taken own, Taken other) {}

    /** Time that both take, and of whom; what is taken of several in the same way is there once. */
    private Stream<Map.Entry<Shared, List<String>>> shared(Item other) {
        Map<Shared, List<String>> shared = new HashMap<>();
        for (String who : concerned(other)) {
            if (concerned.contains(who)) {
                List<Taken> theirs = Taken.of(other, who, home);
                for (Taken ours : own.computeIfAbsent(who, one -> Taken.of(item, one, home))) {
                    theirs.forEach(their -> shared.computeIfAbsent(new Shared(ours, their), any -> new ArrayList<>())
                            .add(who));
                }
            }
        }
        return shared.entrySet().stream();
    }

    private static Optional<Met> first(Map.Entry<Shared, List<String>> pair) {
        Conflicts conflicts = conflicts(pair.getKey());
        ConflictVerdict verdict = conflicts.verdict();
        return verdict instanceof ConflictVerdict.Found found
                ? asEarly(conflicts, found.first(), pair.getKey())
                        .map(conflict -> met(pair.getKey(), pair.getValue(), conflict))
                        .min(BY_TIME)
                : Optional.empty();
    }

    /** A conflict, and those after it that may meet before it, since more is blocked before them. */
    private static Stream<Conflict> asEarly(Conflicts conflicts, Conflict first, Shared pair) {
        int lead = Math.max(pair.own().how().lead(), pair.other().how().lead());
        Instant start = Dial.instant(first.start(), ZoneOffset.UTC);
        return lead == 0
                ? Stream.of(first)
                : conflicts.between(first.start(), Moment.of(start.plusSeconds(lead * SECONDS_A_MINUTE + 1)));
    }

    private Stream<Met> between(Map.Entry<Shared, List<String>> pair, Instant from, Instant to) {
        return conflicts(pair.getKey())
                .between(Moment.of(from), Moment.of(to))
                .map(conflict -> met(pair.getKey(), pair.getValue(), conflict));
    }

    /**
     * What is blocked before and after is put behind: a before the one and after the other meet just where the one, longer by what is
     * after it and before the other, meets the other, longer by what is after it and before the one.
     */
    private static Conflicts conflicts(Shared pair) {
        Occupation own = pair.own().how();
        Occupation other = pair.other().how();
        return Conflicts.between(
                pair.own().lasting((own.lag() + other.lead()) * SECONDS_A_MINUTE),
                pair.other().lasting((other.lag() + own.lead()) * SECONDS_A_MINUTE));
    }

    private static Met met(Shared pair, List<String> who, Conflict conflict) {
        var own = pair.own().series().occurrence(conflict.one().original()).orElseThrow();
        var other =
                pair.other().series().occurrence(conflict.other().original()).orElseThrow();
        Instant from = later(pair.own().from(own), pair.other().from(other));
        Instant end = pair.own().to(own);
        Instant otherEnd = pair.other().to(other);
        return new Met(
                who,
                own.original().wallClock(),
                other.original().wallClock(),
                from,
                end.isBefore(otherEnd) ? end : otherEnd);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package org.tickmark.recurrence.series;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.series.Sweep.Pair;

/** Finds the smallest set of moves that clears conflicts. One search an instance. */
final class Clearing {
    private final Conflicts conflicts;
    private final List<Pair> pairs;
    private final int days;
    private final Predicate<Moment> allowed;
    private final List<Slot> slotsOfOne;
    private final List<Slot> slotsOfOther;
    private final Set<Slot> fixedOfOne = new HashSet<>();
    private final Set<Slot> fixedOfOther = new HashSet<>();

    Clearing(Conflicts conflicts, List<Pair> pairs, Movable movable, int days, Predicate<Moment> allowed) {
        this.conflicts = conflicts;
        this.pairs = pairs;
        this.days = days;
        this.allowed = allowed;
        this.slotsOfOne = List.copyOf(
                new TreeSet<>(pairs.stream().map(pair -> pair.one().slot()).toList()));
        this.slotsOfOther = List.copyOf(
                new TreeSet<>(pairs.stream().map(pair -> pair.other().slot()).toList()));
        if (movable == Movable.OTHER) {
            fixedOfOne.addAll(slotsOfOne);
        }
        if (movable == Movable.ONE) {
            fixedOfOther.addAll(slotsOfOther);
        }
    }

    /** Tries the smallest set; whoever of it finds no free day is left where it is, and the smallest set without it is tried. */
    MovePlan plan() {
        Optional<MovePlan> plan = attempt();
        while (plan.isEmpty()) {
            plan = attempt();
        }
        return plan.get();
    }

    private Optional<MovePlan> attempt() {
        Attempt attempt = new Attempt();
        Set<Slot> ofOne = new TreeSet<>();
        Set<Slot> ofOther = new TreeSet<>();
        cover(ofOne, ofOther);
        for (Slot slot : ofOne) {
            if (!attempt.move(Movable.ONE, slot)) {
                fixedOfOne.add(slot);
                return Optional.empty();
            }
        }
        for (Slot slot : ofOther) {
            if (!attempt.move(Movable.OTHER, slot)) {
                fixedOfOther.add(slot);
                return Optional.empty();
            }
        }
        return Optional.of(attempt.plan());
    }

    private void cover(Set<Slot> ofOne, Set<Slot> ofOther) {
        for (Pair pair : pairs) {
            boolean oneIsFixed = fixedOfOne.contains(pair.one().slot());
            boolean otherIsFixed = fixedOfOther.contains(pair.other().slot());
            if (oneIsFixed && !otherIsFixed) {
                ofOther.add(pair.other().slot());
            }
            if (otherIsFixed && !oneIsFixed) {
                ofOne.add(pair.one().slot());
            }
        }
        VertexCover graph = new VertexCover(slotsOfOne.size(), slotsOfOther.size());
        for (Pair pair : pairs) {
            Slot slot = pair.one().slot();
            Slot facing = pair.other().slot();
            boolean open = !fixedOfOne.contains(slot) && !fixedOfOther.contains(facing);
            if (open && !ofOne.contains(slot) && !ofOther.contains(facing)) {
                graph.edge(Collections.binarySearch(slotsOfOne, slot), Collections.binarySearch(slotsOfOther, facing));
            }
        }
        VertexCover.Cover smallest = graph.smallest();
        smallest.left().stream().forEach(index -> ofOne.add(slotsOfOne.get(index)));
        smallest.right().stream().forEach(index -> ofOther.add(slotsOfOther.get(index)));
    }

    private boolean isFixed(Pair pair) {
        return fixedOfOne.contains(pair.one().slot())
                && fixedOfOther.contains(pair.other().slot());
    }

    /** The series with the moves made so far. */
    private final class Attempt {
        private final List<MovePlan.Move> moves = new ArrayList<>();
        private Series one = conflicts.one();
        private Series other = conflicts.other();

        /** Whether a free day was found for the occurrence: the nearest, the later one of two. */
        boolean move(Movable of, Slot slot) {
            Series own = of == Movable.ONE ? one : other;
            Track facing = new Track(of == Movable.ONE ? other : one);
            Occurrence occurrence = own.occurrence(slot);
            for (int distance = 1; distance <= days; distance++) {
                for (int direction : new int[] {1, -1}) {
                    Moment start = Moments.atWallClock(
                            occurrence.start().wallClockSecond() + (long) direction * distance * Cycles.DAY,
                            own.definition().start());
                    if (allowed.test(start) && isFree(own, facing, occurrence, start)) {
                        accept(of, own, occurrence, start);
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isFree(Series own, Track facing, Occurrence occurrence, Moment start) {
            long begin = own.definition().second(start);
            long end = occurrence.length().endSecond(start);
            return own.after(Slot.before(begin))
                            .filter(slot -> slot.start() == begin)
                            .isEmpty()
                    && facing.within(begin, Math.max(end, begin + 1)).isEmpty();
        }

        private void accept(Movable of, Series own, Occurrence occurrence, Moment start) {
            Series moved = own.changed(occurrence, Changes.toStart(start));
            moves.add(new MovePlan.Move(of, occurrence, start));
            if (of == Movable.ONE) {
                one = moved;
            } else {
                other = moved;
            }
        }

        MovePlan plan() {
            moves.sort(
                    Comparator.comparingLong(move -> move.occurrence().start().lineSecond()));
            List<Conflict> unresolved = pairs.stream()
                    .filter(Clearing.this::isFixed)
                    .map(conflicts::conflict)
                    .toList();
            return new MovePlan(moves, unresolved, one, other);
        }
    }
}

package org.tickmark.recurrence.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.recurrence.Moment;
import org.tickmark.recurrence.Sequence;
import org.tickmark.recurrence.calendar.Shift;
import org.tickmark.recurrence.internal.YearCounts;

/**
 * Occurrences that a shift moves off the days that are not worked; each keeps its time of day and its original moment. What
 * takes place on a day comes from days that follow each other, so every question is answered from the days near it.
 */
final class ShiftedCandidates implements Candidates {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final Sequence line;
    private final Moment model;
    private final Shift shift;
    private final Meeting meeting;
    private final YearCounts counts;

    ShiftedCandidates(Sequence line, Moment model, Shift shift, Meeting meeting) {
        this.line = line;
        this.model = model;
        this.shift = shift;
        this.meeting = meeting;
        this.counts = new YearCounts(
                Math.max(yearOf(line.first()) - 1, FIRST_YEAR),
                Math.min(yearOf(line.last()) + 1, LAST_YEAR),
                this::countInYear);
    }

    private int yearOf(long second) {
        return second == Sequence.NONE
                ? FIRST_YEAR
                : Moments.at(second, model).wallClock().getYear();
    }

    @Override
    public Optional<Slot> after(Slot slot) {
        LocalDate day = dayOf(slot.start());
        for (Slot candidate : onDay(day)) {
            if (candidate.compareTo(slot) > 0) {
                return Optional.of(candidate);
            }
        }
        LocalDate last =
                shift.target(day).filter(day::equals).map(shift::lastSource).orElseGet(() -> lastSourceBefore(day));
        return firstFrom(last.plusDays(1), day);
    }

    /** The first slot that comes from that day or later and takes place after the other day. */
    private Optional<Slot> firstFrom(LocalDate source, LocalDate after) {
        long second = line.next(startOf(source));
        while (second != Sequence.NONE) {
            LocalDate day = dayOf(second);
            Optional<LocalDate> target = shift.target(day).filter(date -> date.isAfter(after));
            List<Slot> found = target.map(this::onDay).orElse(List.of());
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
            second = line.next(startOf(day.plusDays(1)));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Slot> before(Slot slot) {
        LocalDate day = dayOf(slot.start());
        List<Slot> onDay = onDay(day);
        for (int index = onDay.size() - 1; index >= 0; index--) {
            if (onDay.get(index).compareTo(slot) < 0) {
                return Optional.of(onDay.get(index));
            }
        }
        LocalDate first =
                shift.target(day).filter(day::equals).map(shift::firstSource).orElseGet(() -> firstSourceAfter(day));
        return lastUntil(first.minusDays(1), day);
    }

    private Optional<Slot> lastUntil(LocalDate source, LocalDate before) {
        long second = line.previous(startOf(source.plusDays(1)) - 1);
        while (second != Sequence.NONE) {
            LocalDate day = dayOf(second);
            Optional<LocalDate> target = shift.target(day).filter(date -> date.isBefore(before));
            List<Slot> found = target.map(this::onDay).orElse(List.of());
            if (!found.isEmpty()) {
                return Optional.of(found.get(found.size() - 1));
            }
            second = line.previous(startOf(day) - 1);
        }
        return Optional.empty();
    }

    @Override
    public long countBefore(long start) {
        LocalDate day = dayOf(start);
        LocalDate year = LocalDate.of(day.getYear(), 1, 1);
        return counts.before(day.getYear())
                + countDays(year, day)
                + onDay(day).stream().filter(slot -> slot.start() < start).count();
    }

    private long countInYear(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return countDays(first, first.plusYears(1));
    }

    private long countDays(LocalDate first, LocalDate end) {
        long count = 0;
        Optional<Slot> slot = after(Slot.before(startOf(first)));
        while (slot.isPresent()) {
            LocalDate day = dayOf(slot.get().start());
            if (!day.isBefore(end)) {
                break;
            }
            count += onDay(day).size();
            slot = firstFrom(shift.lastSource(day).plusDays(1), day);
        }
        return count;
    }

    @Override
    public Optional<Slot> named(long original) {
        if (!line.contains(original)) {
            return Optional.empty();
        }
        return shift.target(dayOf(original)).stream()
                .flatMap(day -> onDay(day).stream())
                .filter(slot -> slot.original() == original)
                .findFirst();
    }

    @Override
    public boolean isEndless() {
        LocalDate settled = shift.calendar().settledSince();
        return line.isEndless() && firstFrom(settled, settled.minusDays(1)).isPresent();
    }

    /** What takes place on a day, in order. */
    private List<Slot> onDay(LocalDate day) {
        if (shift.target(day).filter(day::equals).isEmpty()) {
            return List.of();
        }
        List<Slot> slots = new ArrayList<>();
        long end = startOf(shift.lastSource(day).plusDays(1));
        for (long original = line.next(startOf(shift.firstSource(day)));
                original != Sequence.NONE && original < end;
                original = line.next(original + 1)) {
            slots.add(new Slot(startOn(day, original), original));
        }
        slots.sort(null);
        if (meeting == Meeting.MERGE) {
            for (int index = slots.size() - 1; index > 0; index--) {
                if (slots.get(index).start() == slots.get(index - 1).start()) {
                    slots.remove(index);
                }
            }
        }
        return slots;
    }

    private long startOn(LocalDate day, long original) {
        long wallClock = Moments.at(original, model).wallClockSecond();
        long time = Math.floorMod(wallClock, Moments.SECONDS_A_DAY);
        long moved = day.toEpochDay() * Moments.SECONDS_A_DAY + time;
        return moved == wallClock ? original : Moments.atWallClock(moved, model).lineSecond();
    }

    private LocalDate dayOf(long second) {
        return Moments.at(second, model).wallClock().toLocalDate();
    }

    private long startOf(LocalDate day) {
        if (day.getYear() < FIRST_YEAR) {
            return Sequence.MIN;
        }
        return day.getYear() > LAST_YEAR
                ? Sequence.MAX + 1
                : Moments.atWallClock(day.toEpochDay() * Moments.SECONDS_A_DAY, model)
                        .lineSecond();
    }

    private LocalDate lastSourceBefore(LocalDate day) {
        return shift.calendar().previousWorkday(day).map(shift::lastSource).orElse(LocalDate.MIN.plusDays(1));
    }

    private LocalDate firstSourceAfter(LocalDate day) {
        return shift.calendar().nextWorkday(day).map(shift::firstSource).orElse(LocalDate.MAX.minusDays(1));
    }
}

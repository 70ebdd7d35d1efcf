package org.tickmark.recurrence;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The parts of a rule that hold a list of numbers: their names, their bounds and where RFC 5545 allows them. */
enum RulePart {
    BYMONTH(1, 12, false),
    BYWEEKNO(1, 53, true),
    BYYEARDAY(1, 366, true),
    BYMONTHDAY(1, 31, true),
    BYHOUR(0, 23, false),
    BYMINUTE(0, 59, false),
    BYSECOND(0, 60, false),
    BYSETPOS(1, 366, true);

    /** 1, 2, 3, … and then … -3, -2, -1: the order of a month's days. */
    static final Comparator<Integer> POSITIVE_FIRST =
            Comparator.<Integer, Boolean>comparing(number -> number < 0).thenComparing(Comparator.naturalOrder());

    private final int least;
    private final int most;
    private final boolean signed;

    RulePart(int least, int most, boolean signed) {
        this.least = least;
        this.most = most;
        this.signed = signed;
    }

    boolean allows(int number) {
        int magnitude = signed ? Math.abs(number) : number;
        return magnitude >= least && magnitude <= most;
    }

    boolean isAllowedIn(Frequency frequency) {
        return frequencies().contains(frequency);
    }

    Set<Frequency> frequencies() {
        return switch (this) {
            case BYWEEKNO -> EnumSet.of(Frequency.YEARLY);
            case BYYEARDAY -> EnumSet.complementOf(EnumSet.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY));
            case BYMONTHDAY -> EnumSet.complementOf(EnumSet.of(Frequency.WEEKLY));
            default -> EnumSet.allOf(Frequency.class);
        };
    }

    /** The numbers the part takes, for messages: {@code 1 to 31 or -31 to -1}. */
    String bounds() {
        String positive = least + " to " + most;
        return signed ? positive + " or -" + most + " to -" + least : positive;
    }

    /** The list without duplicates in canonical order. */
    List<Integer> checked(List<Integer> numbers) {
        for (int number : numbers) {
            if (!allows(number)) {
                throw new IllegalArgumentException(this + " has " + number + ": expected " + bounds());
            }
        }
        return numbers.stream().distinct().sorted(POSITIVE_FIRST).toList();
    }
}

package org.tickmark.recurrence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    static final Comparator<Integer> POSITIVE_FIRST = Integer::compareUnsigned;

    private final int least;
    private final int most;
    private final boolean signed;
    private final String bounds;

    RulePart(int least, int most, boolean signed) {
        this.least = least;
        this.most = most;
        this.signed = signed;
        String positive = least + " to " + most;
        bounds = signed ? positive + " or -" + most + " to -" + least : positive;
    }

    boolean allows(int number) {
        int magnitude = signed ? Math.abs(number) : number;
        return magnitude >= least && magnitude <= most;
    }

    boolean isAllowedIn(Frequency frequency) {
        return switch (this) {
            case BYWEEKNO -> frequency == Frequency.YEARLY;
            case BYYEARDAY -> frequency == Frequency.YEARLY || frequency.isSubDaily();
            case BYMONTHDAY -> frequency != Frequency.WEEKLY;
            default -> true;
        };
    }

    /** Which frequencies it is allowed with, for messages. */
    List<Frequency> frequencies() {
        return Arrays.stream(Frequency.values()).filter(this::isAllowedIn).toList();
    }

    /** The numbers the part takes, for messages: {@code 1 to 31 or -31 to -1}. */
    String bounds() {
        return bounds;
    }

    /** The list without duplicates in canonical order. */
    List<Integer> checked(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        for (int number : numbers) {
            if (!allows(number)) {
                throw new IllegalArgumentException(this + " has " + number + ": expected " + bounds());
            }
        }
        return canonical(numbers, POSITIVE_FIRST);
    }

    /** The elements without duplicates, in an order that tells all different ones apart. */
    static <T> List<T> canonical(List<T> elements, Comparator<? super T> order) {
        if (isAscending(elements, order)) {
            return List.copyOf(elements);
        }
        Set<T> sorted = new TreeSet<>(order);
        sorted.addAll(elements);
        return List.copyOf(sorted);
    }

    private static <T> boolean isAscending(List<T> elements, Comparator<? super T> order) {
        for (int i = 1; i < elements.size(); i++) {
            if (order.compare(elements.get(i - 1), elements.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}

package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.books.Account.Side;

/**
 * What the books hold of one account: its entries day by day, and its statements. Immutable.
 *
 * @param id its key
 * @param code its code
 * @param name its name
 * @param side its side
 * @param currency ISO 4217 code
 * @param days the booked entries by booking date, summed up
 * @param statements its statements, from the earliest
 */
record AccountBooks(
        long id,
        String code,
        String name,
        Side side,
        String currency,
        NavigableMap<LocalDate, Day> days,
        List<Statement> statements) {

    AccountBooks {
        Objects.requireNonNull(code, "code");
        statements = List.copyOf(statements);
    }

    /**
     * The entries of a day.
     *
     * @param entries how many
     * @param sum their signed sum
     * @param lastEntry the highest of their keys; 0 if there is none
     */
    record Day(long entries, BigDecimal sum, long lastEntry) {
        static final Day NONE = new Day(0, BigDecimal.ZERO, 0);

        Day and(Day other) {
            return new Day(entries + other.entries, sum.add(other.sum), Math.max(lastEntry, other.lastEntry));
        }
    }

    /**
     * A statement of the account.
     *
     * @param id its key
     * @param key what it is known by
     * @param from its first day, or the earliest day it names
     * @param to the day of its closing balance, or the latest day it names
     * @param opening booked balance before its entries, if stated
     * @param closing booked balance after its entries, if stated
     * @param transactions how many entries it told
     * @param entrySum their sum
     * @param brought sum of those booked entries that it was the first to bring
     * @param verdict whether it adds up
     */
    record Statement(
            long id,
            String key,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<BigDecimal> opening,
            Optional<BigDecimal> closing,
            long transactions,
            BigDecimal entrySum,
            BigDecimal brought,
            String verdict) {}

    /** Where an opening balance comes from. */
    enum Source {
        /** The earliest statement states it. */
        STATED,
        /** Worked back from the first balance that a statement states. */
        DERIVED,
        /** No statement states any balance; it counts as nought. */
        NONE
    }

    /**
     * The balance before the first entry.
     *
     * @param amount the balance
     * @param source where it comes from
     */
    record Opening(BigDecimal amount, Source source) {}

    /** The entries booked on or before a day, summed up. */
    Day until(LocalDate date) {
        return days.headMap(date, true).values().stream().reduce(Day.NONE, Day::and);
    }

    /** The highest key of its booked entries; 0 if there is none. */
    long lastEntry() {
        return days.values().stream().mapToLong(Day::lastEntry).max().orElse(0);
    }

    /** The last day on which anything was booked. */
    Optional<LocalDate> lastDay() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey());
    }

    Opening opening() {
        BigDecimal before = BigDecimal.ZERO;
        for (Statement statement : statements) {
            if (statement.opening().isPresent()) {
                Source source = statement.equals(statements.get(0)) ? Source.STATED : Source.DERIVED;
                return new Opening(statement.opening().get().subtract(before), source);
            }
            before = before.add(statement.brought());
            if (statement.closing().isPresent()) {
                return new Opening(statement.closing().get().subtract(before), Source.DERIVED);
            }
        }
        return new Opening(BigDecimal.ZERO, Source.NONE);
    }

    /** The balance after the entries booked on or before a day. */
    BigDecimal balance(LocalDate date) {
        return opening().amount().add(until(date).sum());
    }

    /**
     * The latest statement with a closing balance that can be held against the entries on a day: its day is not later, or nothing
     * is booked between the two.
     */
    Optional<Statement> closingStatement(LocalDate date) {
        Statement latest = null;
        for (Statement statement : statements) {
            boolean usable = statement.closing().isPresent()
                    && statement.to().isPresent()
                    && (!statement.to().get().isAfter(date)
                            || days.subMap(date, false, statement.to().get(), true)
                                    .isEmpty());
            if (usable
                    && (latest == null
                            || !statement.to().get().isBefore(latest.to().get()))) {
                latest = statement;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Two statements that follow each other, of which the second does not begin with what the first ended with, up to a day. */
    Optional<Statement> firstAfterGap(LocalDate date) {
        for (int i = 1; i < statements.size(); i++) {
            Statement before = statements.get(i - 1);
            Statement statement = statements.get(i);
            boolean gap = before.closing().isPresent()
                    && statement.opening().isPresent()
                    && before.closing().get().compareTo(statement.opening().get()) != 0
                    && statement.from().map(from -> !from.isAfter(date)).orElse(true);
            if (gap) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }
}

package org.tickmark.testkit.file;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/**
 * What a file has to say: the payments of one account over some days. Immutable.
 *
 * @param account number of the invented account, from 1 to 999; see {@link FileForm#account}
 * @param id what its bank calls the statement, letters and digits, at most 16
 * @param sequence number of the statement, from 1; 0 for one that the bank made when asked, and does not number
 * @param first the first day
 * @param last the last day, inclusive
 * @param opening balance before the payments, in hundredths
 * @param count how many payments
 * @param payments the payments by their place from 0, in the order of days; asked for more than once
 */
public record Told(
        int account,
        String id,
        int sequence,
        LocalDate first,
        LocalDate last,
        long opening,
        long count,
        LongFunction<Payment> payments) {
    /** The first day of the year that made payments are of. */
    public static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

    public Told {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(payments, "payments");
    }

    /** A year of payments made by seed, that many, spread evenly over its days. */
    public static Told made(long seed, int account, long count) {
        long days = ChronoUnit.DAYS.between(NEW_YEAR, NEW_YEARS_EVE) + 1;
        return new Told(account, "S" + seed, 1, NEW_YEAR, NEW_YEARS_EVE, 0, count, place -> {
            LocalDate day = NEW_YEAR.plusDays(place * days / count);
            return Payment.made(seed, place, day);
        });
    }

    /** A statement of these payments. */
    public static Told of(
            int account,
            String id,
            int sequence,
            LocalDate first,
            LocalDate last,
            long opening,
            List<Payment> payments) {
        List<Payment> all = List.copyOf(payments);
        return new Told(
                account, id, sequence, first, last, opening, all.size(), place -> all.get(Math.toIntExact(place)));
    }

    /** The sum of the payments in hundredths, or of those in one direction alone. */
    long sum(Direction direction) {
        long sum = 0;
        for (long place = 0; place < count; place++) {
            long cents = payments.apply(place).cents();
            sum += direction.counts(cents) ? cents : 0;
        }
        return sum;
    }

    /** Balance after the payments, in hundredths. */
    public long closing() {
        return opening + sum(Direction.BOTH);
    }

    /** Which payments are summed up. */
    enum Direction {
        IN,
        OUT,
        BOTH;

        private boolean counts(long cents) {
            return this == BOTH || (this == IN) == cents > 0;
        }
    }
}

package org.tickmark.api.host.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.host.imports.OpenedFile;

/**
 * Two files to be reconciled with each other, both of which could be read.
 *
 * @param bank what the bank, or another outside party, says
 * @param ledger what the ledger says
 * @param bankAccounts numbers of the accounts of the bank's file that take part; empty for all
 * @param ledgerAccounts numbers of the accounts of the ledger's file that take part; empty for the one that fits the bank's
 *     file best
 * @param period when what takes part was booked
 * @param rules the template of rules by which they are matched, such as {@code with-differences}; empty for the standard one
 */
public record FilePair(
        OpenedFile bank,
        OpenedFile ledger,
        List<String> bankAccounts,
        List<String> ledgerAccounts,
        Period period,
        Optional<String> rules) {
    /**
     * Booking dates, on both sides.
     *
     * @param from the first; without a beginning if empty
     * @param to the last; without an end if empty
     */
    public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
        /** Whatever the files hold. */
        public static final Period ALL = new Period(Optional.empty(), Optional.empty());

        /**
         * Booking dates.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Period {
            if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
                throw new IllegalArgumentException(from.get() + " is after " + to.orElseThrow());
            }
        }

        /** Whether a day is before it. */
        public boolean isAfter(LocalDate day) {
            return from.filter(day::isBefore).isPresent();
        }

        /** Whether a day is after it. */
        public boolean isBefore(LocalDate day) {
            return to.filter(day::isAfter).isPresent();
        }

        /** Whether a day is in it. */
        public boolean contains(LocalDate day) {
            return !isAfter(day) && !isBefore(day);
        }
    }

    public FilePair {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(ledger, "ledger");
        bankAccounts = List.copyOf(bankAccounts);
        ledgerAccounts = List.copyOf(ledgerAccounts);
    }
}

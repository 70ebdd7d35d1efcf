package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A small company in the making: its words, its way to number invoices, its books so far. For one thread. */
final class Company {
    final SplitMix random;
    final Cast cast;
    final Words words;
    final List<Group> groups = new ArrayList<>();
    private final Numbering numbering;
    private final LedgerStyle style;
    private final Set<Long> used = new HashSet<>();
    private int invoices;
    private int vouchers = 2_000;
    private long kids;

    /** How a company numbers its invoices. */
    private enum Numbering {
        YEAR_AND_FOUR {
            @Override
            String number(int n) {
                return String.format("2026%04d", 100 + n);
            }
        },
        FOUR {
            @Override
            String number(int n) {
                return Integer.toString(1_040 + n);
            }
        },
        FIVE {
            @Override
            String number(int n) {
                return Integer.toString(30_512 + n);
            }
        },
        SIX {
            @Override
            String number(int n) {
                return Integer.toString(104_511 + n);
            }
        },
        COMPOUND {
            @Override
            String number(int n) {
                return String.format("INV-2026-%04d", 118 + n);
            }
        };

        abstract String number(int n);
    }

    /** Where a company's ledger puts things. */
    private enum LedgerStyle {
        NUMBER_AS_REFERENCE,
        NUMBER_IN_TEXT,
        VOUCHER_AS_REFERENCE
    }

    Company(long seed) {
        random = SplitMix.stream(seed, 1);
        cast = new Cast(random);
        words = random.one(Words.NORWEGIAN, Words.SWEDISH);
        numbering = random.one(Numbering.values());
        style = random.one(LedgerStyle.values());
        kids = 20_000L + random.below(30_000);
    }

    // numbers

    String nextInvoice() {
        return numbering.number(++invoices);
    }

    /** Skips some numbers, so that invoices of one matter are not always neighbours. */
    void skipInvoices(int most) {
        invoices += random.below(most);
    }

    String nextKid() {
        kids += 1 + random.below(9);
        return cast.kid(kids);
    }

    private String nextVoucher() {
        return Integer.toString(++vouchers);
    }

    // amounts

    /** An amount as invoices have it: a third are round, some come again and again. */
    long amount() {
        int roll = random.below(100);
        long amount = roll < 20
                ? random.one(499_00L, 990_00L, 1_250_00L, 1_499_00L, 2_000_00L, 4_900_00L)
                : roll < 40 ? random.between(2, 200) * 100_00L : random.between(150_00, 45_000_00);
        used.add(amount);
        return amount;
    }

    /** An amount that no row had before: round, or not. */
    long freshAmount() {
        while (true) {
            long amount = random.percent(60) ? random.between(10, 900) * 50_00L : random.between(150_00, 45_000_00);
            if (used.add(amount)) {
                return amount;
            }
        }
    }

    // days

    /** A working day of a month, 0 for January. */
    LocalDate day(int month) {
        LocalDate first = Days.FIRST.plusMonths(month);
        return Days.booking(first.plusDays(random.below(first.lengthOfMonth())));
    }

    /** When the bank books what the ledger has on a day: mostly the same day or soon after, sometimes before. */
    LocalDate atBank(LocalDate ledgerDay) {
        int roll = random.below(100);
        int days = roll < 50 ? 0 : roll < 85 ? random.between(1, 3) : roll < 93 ? random.between(4, 8) : -1;
        return Days.booking(ledgerDay.plusDays(days));
    }

    // rows

    Row bank(LocalDate day, long amount, String reference, String party, String text) {
        LocalDate value = random.percent(80) ? day : Days.booking(day.plusDays(1));
        return new Row(day, Optional.of(value), amount, reference, party, text);
    }

    /** A bank row that has only a text. */
    Row bank(LocalDate day, long amount, String text) {
        return bank(day, amount, "", "", text);
    }

    /** A ledger row on the matter of an invoice. */
    Row ledger(LocalDate day, long amount, String number, String party, String text) {
        return switch (style) {
            case NUMBER_AS_REFERENCE -> Row.of(day, amount, number, party, text);
            case NUMBER_IN_TEXT -> Row.of(day, amount, "", party, (text + ' ' + number).strip());
            case VOUCHER_AS_REFERENCE -> Row.of(day, amount, nextVoucher(), party, (text + ' ' + number).strip());
        };
    }

    /** A ledger row that has a party and a text. */
    Row ledger(LocalDate day, long amount, String party, String text) {
        return ledger(day, amount, "", party, text);
    }

    // groups

    void match(String type, List<Row> bank, List<Row> ledger) {
        groups.add(Group.match(type, bank, ledger));
    }

    void either(String type, List<Row> bank, List<Row> ledger) {
        groups.add(Group.either(type, bank, ledger));
    }

    void open(String type, List<Row> bank, List<Row> ledger) {
        groups.add(Group.open(type, bank, ledger));
    }
}

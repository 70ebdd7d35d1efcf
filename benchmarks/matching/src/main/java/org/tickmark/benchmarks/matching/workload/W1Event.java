package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An event of W1 in the making: who, when, in which direction, and the parts that types are made of. For one thread. */
final class W1Event {
    private static final int DAYS = 90;

    final SplitMix random;
    final String party;
    final LocalDate day;
    private final long number;
    private final int sign;
    private final Amounts amounts;

    W1Event(long event, SplitMix random, String party, Amounts amounts) {
        this.number = 1_000_000 + event;
        this.random = random;
        this.party = party;
        this.amounts = amounts;
        this.sign = random.percent(62) ? 1 : -1;
        this.day = Days.booking(Days.FIRST.plusDays(random.below(DAYS)));
    }

    // what identifies it

    String ocr() {
        return References.ocr(number);
    }

    String key(char prefix) {
        return prefix + Long.toString(number);
    }

    /** The name as a bank writes it that has little room. */
    String cutName() {
        return party.toUpperCase(Locale.ROOT).substring(0, 8 + random.below(5)).strip();
    }

    // amounts

    long amount() {
        return sign * amounts.draw(random);
    }

    List<Long> amounts(int count) {
        List<Long> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(amount());
        }
        return drawn;
    }

    static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    /** An amount in so many parts of at least a hundredth each, most of them of like size. */
    List<Long> parts(long amount, int count) {
        long rest = Math.abs(amount);
        List<Long> parts = new ArrayList<>();
        for (int left = count; left > 1; left--) {
            long part = (long) ((double) rest / left * (0.5 + random.u01()));
            part = Math.max(1, Math.min(rest - (left - 1), part));
            parts.add(sign * part);
            rest -= part;
        }
        parts.add(sign * rest);
        return parts;
    }

    // days

    LocalDate later() {
        return later(day);
    }

    LocalDate later(LocalDate from) {
        return Days.booking(from.plusDays(lag()));
    }

    private int lag() {
        int roll = random.below(100);
        if (roll < 55) {
            return 0;
        } else if (roll < 80) {
            return 1;
        } else if (roll < 92) {
            return 2;
        }
        return roll < 97 ? 3 : random.between(4, 10);
    }

    // rows

    /** The ledger's row of an invoice with its reference. */
    Row invoice(long amount) {
        return Row.of(day, amount, ocr(), party, incoming() ? "Kundfaktura" : "Leverantörsfaktura");
    }

    /** A payment at the bank under a reference. */
    Row payment(long amount, String reference) {
        return bank(later(), amount, reference, incoming() ? "Bg inbetalning" : "Bg betalning");
    }

    Row bank(LocalDate booked, long amount, String reference, String text) {
        return Row.of(booked, amount, reference, "", text).valued(booked);
    }

    boolean incoming() {
        return sign > 0;
    }
}

package org.tickmark.benchmarks.matching.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The types of events in W1, with their shares in per mille where deposits and part payments have their usual share. */
enum W1Type {
    /** One to one; the same reference on both sides. */
    REF(460) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            match(sink, List.of(event.payment(amount, event.ocr())), List.of(event.invoice(amount)));
        }
    },
    /** One to one; no reference, and the bank has cut the name off. */
    TEXT(140) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            Row bank = event.bank(event.later(), amount, "", event.cutName());
            String text = event.incoming() ? "Kundfaktura" : "Leverantörsfaktura";
            match(sink, List.of(bank), List.of(Row.of(event.day, amount, "", event.party, text)));
        }
    },
    /** One to one; the bank's reference is damaged. */
    DAM(50) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            match(sink, List.of(event.payment(amount, damaged(event))), List.of(event.invoice(amount)));
        }
    },
    /** One deposit to several rows, with a key. */
    BKEY(60) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            String key = event.key('B');
            List<Row> ledger = new ArrayList<>();
            List<Long> parts = event.amounts(components(event));
            parts.forEach(part -> ledger.add(Row.of(event.day, part, key, event.party, "Kassa")));
            match(sink, List.of(event.bank(event.later(), W1Event.sum(parts), "", "Insättning " + key)), ledger);
        }
    },
    /** One deposit to several rows; only the party ties them together. */
    BSUM(50) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            List<Long> parts = event.amounts(components(event));
            match(sink, List.of(deposit(event, W1Event.sum(parts))), cash(event, parts));
        }
    },
    /** As before, but one of the rows was never posted. */
    BMISS(10) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            List<Long> parts = event.amounts(components(event));
            List<Row> ledger = cash(event, parts.subList(1, parts.size()));
            sink.accept(Group.open(label(), List.of(deposit(event, W1Event.sum(parts))), ledger));
        }
    },
    /** Part payments under the reference of one invoice. */
    SPLIT(50) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            List<Row> bank = new ArrayList<>();
            event.parts(amount, event.random.between(2, 4)).forEach(part -> bank.add(event.payment(part, event.ocr())));
            match(sink, bank, List.of(event.invoice(amount)));
        }
    },
    /** Several to several under a settlement's key. */
    MM(20) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            String text = "Avräkning " + event.key('S');
            List<Row> ledger = new ArrayList<>();
            List<Row> bank = new ArrayList<>();
            List<Long> amounts = event.amounts(event.random.between(2, 4));
            amounts.forEach(amount -> ledger.add(Row.of(event.day, amount, "", event.party, text)));
            event.parts(W1Event.sum(amounts), event.random.between(2, 4))
                    .forEach(part -> bank.add(event.bank(event.later(), part, "", text)));
            match(sink, bank, ledger);
        }
    },
    /** One to one with the same reference, but the amounts differ a little, or by a fee. */
    TOL(40) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            long paid = event.random.percent(60) ? amount + cents(event) : amount - fee(event, amount);
            match(sink, List.of(event.payment(paid, event.ocr())), List.of(event.invoice(amount)));
        }
    },
    /** One to one with the same reference, the amounts up to 1.5 per cent apart. */
    FX(20) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            long paid = amount + (long) (amount * (event.random.u01() - 0.5) * 0.03);
            match(sink, List.of(event.payment(paid, event.ocr())), List.of(event.invoice(amount)));
        }
    },
    /** A row and its reversal on one side. */
    REV(30) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            if (event.random.percent(70)) {
                Row undone = Row.of(event.later(), -amount, event.ocr(), event.party, "Makulering");
                match(sink, List.of(), List.of(event.invoice(amount), undone));
            } else {
                Row paid = event.payment(amount, event.ocr());
                Row back = event.bank(event.later(paid.booked()), -amount, event.ocr(), "Retur");
                match(sink, List.of(paid, back), List.of());
            }
        }
    },
    /** A ledger row that was posted twice; one of the two must stay open. */
    DUP(20) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            long amount = event.amount();
            match(sink, List.of(event.payment(amount, event.ocr())), List.of(event.invoice(amount)));
            sink.accept(Group.open(label(), List.of(), List.of(event.invoice(amount))));
        }
    },
    /** Only at the bank: fees. */
    BONLY(25) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            String text = event.random.one("Bankavgift", "Kortavgift", "Ränta");
            long amount = -event.random.between(10, 150) * 100L;
            sink.accept(Group.open(label(), List.of(event.bank(event.day, amount, "", text)), List.of()));
        }
    },
    /** Only in the ledger: outstanding items. */
    LONLY(25) {
        @Override
        void make(W1Event event, Consumer<Group> sink) {
            sink.accept(Group.open(label(), List.of(), List.of(event.invoice(event.amount()))));
        }
    };

    private static final int USUAL_SUMS = 16;

    private final int perMille;

    W1Type(int perMille) {
        this.perMille = perMille;
    }

    /**
     * The type that a number falls on.
     *
     * @param number from 0 to 999
     * @param sums per cent of events that are deposits, but for those with a missing row, or part payments; references make up for more or less
     */
    static W1Type of(int number, int sums) {
        int rest = number;
        for (W1Type type : values()) {
            int share = type.perMille(sums);
            if (rest < share) {
                return type;
            }
            rest -= share;
        }
        throw new IllegalArgumentException("number " + number + " of 1000, sums " + sums);
    }

    private int perMille(int sums) {
        return switch (this) {
            case REF -> perMille + (USUAL_SUMS - sums) * 10;
            case BKEY, BSUM, SPLIT -> perMille * sums / USUAL_SUMS;
            default -> perMille;
        };
    }

    /** Makes an event of this type. */
    abstract void make(W1Event event, Consumer<Group> sink);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void match(Consumer<Group> sink, List<Row> bank, List<Row> ledger) {
        sink.accept(Group.match(label(), bank, ledger));
    }

    // parts

    private static String damaged(W1Event event) {
        String reference = event.ocr();
        int roll = event.random.below(100);
        if (roll < 40) {
            return References.dressed(reference, event.random);
        } else if (roll < 70) {
            return References.withAnotherDigit(reference, event.random);
        }
        return roll < 85 ? References.swapped(reference, event.random) : References.cut(reference);
    }

    private static int components(W1Event event) {
        int roll = event.random.below(100);
        if (roll < 40) {
            return 2;
        } else if (roll < 65) {
            return 3;
        } else if (roll < 80) {
            return 4;
        }
        return roll < 90 ? 5 : event.random.between(6, 12);
    }

    private static Row deposit(W1Event event, long sum) {
        LocalDate booked = event.later();
        return event.bank(booked, sum, "", "Insättning " + event.party.toUpperCase(Locale.ROOT));
    }

    private static List<Row> cash(W1Event event, List<Long> parts) {
        return parts.stream()
                .map(part -> Row.of(event.day, part, "", event.party, "Kassa"))
                .toList();
    }

    private static long cents(W1Event event) {
        long size = event.random.between(1, 99);
        return event.random.percent(50) ? size : -size;
    }

    /** From 1 to 50, but not more than half of the amount: always less into the account. */
    private static long fee(W1Event event, long amount) {
        return Math.min(event.random.between(1_00, 50_00), Math.abs(amount) / 2);
    }
}

package org.tickmark.benchmarks.matching.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Blocks of rows made to be slow, or to be matched wrongly. All but a few of their rows must stay open. */
public enum Adversary {
    /** 100,000 rows of 100.00 that say nothing; the bank has more of them on each day. */
    Z1 {
        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            List<Row> bank = new ArrayList<>();
            List<Row> ledger = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                (i % 5 < 3 ? bank : ledger)
                        .add(Row.of(Days.booking(Days.FIRST.plusDays(i / 5 % 90)), 100_00, "", "", ""));
            }
            open(sink, bank, ledger);
        }
    },
    /** 60 rows of one party, all of whole thousands, and a deposit that very many of their sums equal. */
    Z2 {
        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            List<Row> ledger = new ArrayList<>();
            for (int i = 1; i <= 60; i++) {
                ledger.add(Row.of(Days.FIRST, i * 1_000_00L, "", "Sandvall Handel AB", "Kassa"));
            }
            open(sink, List.of(Row.of(Days.FIRST, 400_000_00, "", "", "Insättning SANDVALL HANDEL AB")), ledger);
        }
    },
    /** 50,000 rows on each side under one reference, of the same sum. */
    Z3 {
        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            List<Row> bank = new ArrayList<>();
            List<Row> ledger = new ArrayList<>();
            String reference = References.ocr(1_000_001);
            for (int i = 0; i < 50_000; i++) {
                long amount = 1_000_00L + random.below(100_000_00);
                long shift = 50_00L + i / 2;
                bank.add(Row.of(day(random), amount, reference, "", ""));
                ledger.add(Row.of(day(random), amount + (i % 2 == 0 ? shift : -shift), reference, "", ""));
            }
            open(sink, bank, ledger);
        }
    },
    /** 20,000 rows on each side of twenty amounts over two years, for windows of 365 days. */
    Z4 {
        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            List<Row> bank = new ArrayList<>();
            List<Row> ledger = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                bank.add(Row.of(Days.FIRST.plusDays(random.below(730)), random.between(1, 20) * 100_00L, "", "", ""));
                ledger.add(Row.of(Days.FIRST.plusDays(random.below(730)), random.between(1, 20) * 100_00L, "", "", ""));
            }
            open(sink, bank, ledger);
        }
    },
    /** Amounts so large that their sums leave 64 bits: equal only if they are let run over. Single amounts of that size do match. */
    Z5 {
        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            for (int i = 1; i <= 100; i++) {
                String reference = References.ocr(1_000_000 + i);
                List<Row> one = List.of(Row.of(Days.FIRST, Long.MAX_VALUE - i, reference, "", ""));
                sink.accept(Group.match(name().toLowerCase(Locale.ROOT), one, one));
                String over = References.ocr(2_000_000 + i);
                List<Row> bank = new ArrayList<>();
                bank.add(Row.of(Days.FIRST, Long.MAX_VALUE, over, "", ""));
                bank.add(Row.of(Days.FIRST, Long.MAX_VALUE - i, over, "", ""));
                bank.add(Row.of(Days.FIRST, 1_000_00 + i, over, "", ""));
                open(sink, bank, List.of(Row.of(Days.FIRST, 1_000_00 - 2, over, "", "")));
                String lowest = References.ocr(3_000_000 + i);
                open(sink, List.of(), List.of(Row.of(Days.FIRST, Long.MIN_VALUE, lowest, "", "")));
                open(sink, List.of(), List.of(Row.of(Days.FIRST.plusDays(1), Long.MIN_VALUE, lowest, "", "Retur")));
            }
        }
    },
    /** Texts on which a careless pattern or a loop in a loop takes for ever. */
    Z6 {
        private static final int LENGTH = 4_000;

        @Override
        void make(SplitMix random, Consumer<Group> sink) {
            String[] units = {
                "a", "1 ", "1-", "12 345-", "RF", "RF18 ", "(", "a1", "\u0301", "å ", "0", "9/", "INV-2026/"
            };
            List<Row> bank = new ArrayList<>();
            List<Row> ledger = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String unit = units[i % units.length];
                String text = unit.repeat(LENGTH / unit.length()) + '!';
                bank.add(Row.of(day(random), 1_000_00 + i, "", text.substring(0, LENGTH / 10), text));
                ledger.add(Row.of(day(random), 5_000_00 + i, "", text.substring(0, LENGTH / 10), text));
            }
            open(sink, bank, ledger);
        }
    };

    abstract void make(SplitMix random, Consumer<Group> sink);

    void open(Consumer<Group> sink, List<Row> bank, List<Row> ledger) {
        sink.accept(Group.open(name().toLowerCase(Locale.ROOT), bank, ledger));
    }

    private static java.time.LocalDate day(SplitMix random) {
        return Days.booking(Days.FIRST.plusDays(random.below(90)));
    }

    /** The block as a workload. */
    public Workload workload(long seed) {
        return new Workload() {
            @Override
            public String name() {
                return Adversary.this.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public Map<String, Object> settings() {
                return Map.of("seed", seed);
            }

            @Override
            public void forEach(Consumer<Group> sink) {
                make(SplitMix.stream(seed, 0), sink);
            }
        };
    }
}

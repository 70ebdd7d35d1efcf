package org.tickmark.benchmarks.matching.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.benchmarks.matching.score.Result;

/**
 * Policies that are documented of other systems, written anew in their simplest form; never those systems themselves. A ledger row is near a bank row from
 * three days after it to ten days before it.
 */
enum Policy implements Peer {
    /** One bank row and one ledger row of the same amount: the first one there is (Oracle's default). */
    FIRST_ROW("first row wins") {
        @Override
        void match(Lines lines, Findings found) {
            Map<Long, List<Line>> ledger = lines.ledger().stream().collect(Collectors.groupingBy(Line::minor));
            for (Line bank : lines.bank()) {
                pairFirst(found, bank, ledger.getOrDefault(bank.minor(), List.of()));
            }
        }
    },

    /** Each bank row is spent on the ledger rows of its reference or name, the oldest first, the last one perhaps in part (Odoo). */
    GREEDY_FILL("greedy fill, oldest first") {
        @Override
        void match(Lines lines, Findings found) {
            Comparator<Line> oldestFirst = Comparator.comparingInt(Line::day);
            Map<String, List<Line>> byReference = lines.ledger().stream()
                    .sorted(oldestFirst)
                    .filter(Line::hasReference)
                    .collect(Collectors.groupingBy(Line::reference));
            TreeMap<String, List<Line>> byName = lines.ledger().stream()
                    .sorted(oldestFirst)
                    .collect(Collectors.groupingBy(Line::name, TreeMap::new, Collectors.toList()));
            for (Line bank : lines.bank().stream().sorted(oldestFirst).toList()) {
                List<Line> candidates = bank.hasReference()
                        ? byReference.getOrDefault(bank.reference(), List.of())
                        : beginningWith(byName, bank.name());
                fill(found, bank, candidates);
            }
        }
    },

    /**
     * Scores of amount (+3, +2 to within 3.00, else -5), days (+3 the same, +2 up to 4, -5 over 14), number (+4, -2) and text (+2, +1 if only its beginning);
     * the best of 6 or more is taken (GnuCash).
     */
    SCORES("scores of fields") {
        @Override
        void match(Lines lines, Findings found) {
            NavigableMap<Long, List<Line>> ledger = lines.ledger().stream()
                    .collect(Collectors.groupingBy(Line::minor, TreeMap::new, Collectors.toList()));
            for (Line bank : lines.bank()) {
                within(ledger, bank.minor(), NEARLY).stream()
                        .filter(found::isLedgerOpen)
                        .filter(line -> score(bank, line) >= CERTAIN)
                        .max(Comparator.comparingInt((Line line) -> score(bank, line))
                                .thenComparing(Line::number, Comparator.reverseOrder()))
                        .ifPresent(line -> found.add(title(), List.of(bank), List.of(line)));
            }
        }
    },

    /** For every bank row every ledger row is looked at, for the same reference and amount (OCA). */
    NESTED_LOOP("nested loop") {
        private static final long MOST_PAIRS = 3_000_000_000L;

        @Override
        public Optional<String> refusal(Lines lines) {
            long pairs = (long) lines.bank().size() * lines.ledger().size();
            return pairs <= MOST_PAIRS ? Optional.empty() : Optional.of(pairs + " pairs to look at");
        }

        @Override
        void match(Lines lines, Findings found) {
            for (Line bank : lines.bank()) {
                for (Line line : lines.ledger()) {
                    if (line.minor() == bank.minor()
                            && bank.hasReference()
                            && line.reference().equals(bank.reference())
                            && found.isLedgerOpen(line)) {
                        found.add(title(), List.of(bank), List.of(line));
                        break;
                    }
                }
            }
        }
    },

    /** For every bank row one query for a range of amounts, one per cent either way; the first that fits is taken (Blnk). */
    RANGE_QUERY("range query a row") {
        @Override
        void match(Lines lines, Findings found) {
            NavigableMap<Long, List<Line>> ledger = lines.ledger().stream()
                    .collect(Collectors.groupingBy(Line::minor, TreeMap::new, Collectors.toList()));
            for (Line bank : lines.bank()) {
                pairFirst(found, bank, within(ledger, bank.minor(), Math.abs(bank.minor()) / 100));
            }
        }
    },

    /** What is written in house: rows grouped by reference whose sums are equal, then amounts that each side has once. */
    GROUPING("grouping by streams") {
        @Override
        void match(Lines lines, Findings found) {
            Map<String, List<Line>> bank =
                    lines.bank().stream().filter(Line::hasReference).collect(Collectors.groupingBy(Line::reference));
            Map<String, List<Line>> ledger =
                    lines.ledger().stream().filter(Line::hasReference).collect(Collectors.groupingBy(Line::reference));
            bank.forEach((reference, rows) -> {
                List<Line> others = ledger.getOrDefault(reference, List.of());
                if (!others.isEmpty() && Findings.sum(rows) == Findings.sum(others)) {
                    found.add(title(), rows, others);
                }
            });
            Map<Long, List<Line>> openLedger =
                    lines.ledger().stream().filter(found::isLedgerOpen).collect(Collectors.groupingBy(Line::minor));
            lines.bank().stream()
                    .filter(found::isBankOpen)
                    .collect(Collectors.groupingBy(Line::minor))
                    .forEach((minor, rows) -> {
                        List<Line> others = openLedger.getOrDefault(minor, List.of());
                        if (rows.size() == 1 && others.size() == 1) {
                            found.add(title(), rows, others);
                        }
                    });
        }
    };

    /** A difference that is still nearly the same amount to {@link #SCORES}, in hundredths. */
    private static final long NEARLY = 300;
    /** The score from which on {@link #SCORES} takes a row. */
    private static final int CERTAIN = 6;

    private static final int DAYS_BEFORE = 10;
    private static final int DAYS_AFTER = 3;

    private final String title;

    Policy(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Work load(Lines lines) {
        Findings found = new Findings(lines);
        return new Work() {
            @Override
            public void match() {
                Policy.this.match(lines, found);
            }

            @Override
            public Result result() {
                return found.result();
            }
        };
    }

    abstract void match(Lines lines, Findings found);

    /** Takes the first row that is open, near, and has no other reference. */
    void pairFirst(Findings found, Line bank, List<Line> candidates) {
        candidates.stream()
                .filter(found::isLedgerOpen)
                .filter(line -> isNear(bank, line) && !contradicts(bank, line))
                .findFirst()
                .ifPresent(line -> found.add(title, List.of(bank), List.of(line)));
    }

    /** Takes open rows of the bank row's direction until its amount is spent. */
    void fill(Findings found, Line bank, List<Line> candidates) {
        long left = Math.abs(bank.minor());
        List<Line> taken = new ArrayList<>();
        for (Line line : candidates) {
            boolean fits = Long.signum(line.minor()) == Long.signum(bank.minor()) && isNear(bank, line);
            if (left > 0 && fits && found.isLedgerOpen(line)) {
                taken.add(line);
                left -= Math.abs(line.minor());
            }
        }
        if (!taken.isEmpty()) {
            found.add(title, List.of(bank), taken);
        }
    }

    static List<Line> within(NavigableMap<Long, List<Line>> byAmount, long minor, long difference) {
        return byAmount.subMap(minor - difference, true, minor + difference, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    static List<Line> beginningWith(NavigableMap<String, List<Line>> byName, String beginning) {
        return byName.subMap(beginning, true, beginning + Character.MAX_VALUE, false).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isNear(Line bank, Line ledger) {
        return ledger.day() >= bank.day() - DAYS_BEFORE && ledger.day() <= bank.day() + DAYS_AFTER;
    }

    private static boolean contradicts(Line bank, Line ledger) {
        return bank.hasReference() && ledger.hasReference() && !bank.reference().equals(ledger.reference());
    }

    static int score(Line bank, Line ledger) {
        return (bank.minor() == ledger.minor() ? 3 : 2)
                + dayScore(Math.abs(bank.day() - ledger.day()))
                + numberScore(bank, ledger)
                + nameScore(bank.name(), ledger.name());
    }

    private static int dayScore(int days) {
        if (days == 0) {
            return 3;
        }
        return days <= 4 ? 2 : days > 14 ? -5 : 0;
    }

    private static int numberScore(Line bank, Line ledger) {
        if (!bank.hasReference() || !ledger.hasReference()) {
            return 0;
        }
        return bank.reference().equals(ledger.reference()) ? 4 : -2;
    }

    private static int nameScore(String bank, String ledger) {
        if (bank.isEmpty() || ledger.isEmpty()) {
            return 0;
        }
        return bank.equals(ledger) ? 2 : ledger.startsWith(bank) ? 1 : 0;
    }
}

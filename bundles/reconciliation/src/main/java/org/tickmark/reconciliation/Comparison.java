package org.tickmark.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.host.reconciliation.WhatIf;
import org.tickmark.api.host.reconciliation.WhatIf.Difference;
import org.tickmark.api.host.reconciliation.WhatIf.Example;
import org.tickmark.api.host.reconciliation.WhatIf.Made;
import org.tickmark.reconciliation.engine.Found;
import org.tickmark.reconciliation.engine.Outcome;

/** Compares what two lists of rules made of the same rows. For one thread; used once. */
final class Comparison {
    private final Outcome before;
    private final Outcome after;
    private final Map<Difference, List<Example>> examples = new EnumMap<>(Difference.class);
    private final Map<Difference, Long> counts = new EnumMap<>(Difference.class);
    private long same;

    private Comparison(Outcome before, Outcome after) {
        this.before = before;
        this.after = after;
    }

    static WhatIf of(History history, Outcome before, Outcome after) {
        Comparison comparison = new Comparison(before, after);
        comparison.compare();
        return comparison.result(history);
    }

    /** Sets of rows of which none has a row in common with another, to be found by their rows. */
    static final class Sets {
        private final List<int[]> sets;
        private final Map<Integer, Integer> setOf = new HashMap<>();

        Sets(List<int[]> sets) {
            this.sets = sets;
            for (int i = 0; i < sets.size(); i++) {
                for (int row : sets.get(i)) {
                    setOf.put(row, i);
                }
            }
        }

        static Sets of(Outcome outcome) {
            return new Sets(outcome.matches().stream().map(Comparison::rows).toList());
        }

        static Sets of(History history) {
            return new Sets(history.byHand().stream()
                    .map(match -> match.rows().stream().mapToInt(row -> row).toArray())
                    .toList());
        }

        /** The places of the sets that have rows of another. */
        Set<Integer> meeting(int[] rows) {
            Set<Integer> met = new HashSet<>();
            for (int row : rows) {
                Integer set = setOf.get(row);
                if (set != null) {
                    met.add(set);
                }
            }
            return met;
        }

        /** Whether these places are of one set, which is just these rows. */
        boolean areJust(Set<Integer> met, int[] rows) {
            return met.size() == 1 && Arrays.equals(sets.get(met.iterator().next()), rows);
        }
    }

    static int[] rows(Found match) {
        int[] rows = new int[match.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = match.row(i);
        }
        return rows;
    }

    private void compare() {
        Sets known = Sets.of(before);
        Set<Integer> met = new HashSet<>();
        for (Found match : after.matches()) {
            int[] rows = rows(match);
            Set<Integer> others = known.meeting(rows);
            met.addAll(others);
            if (known.areJust(others, rows)) {
                same++;
            } else {
                count(others.isEmpty() ? Difference.GAINED : Difference.CHANGED, after, match);
            }
        }
        for (int i = 0; i < before.matches().size(); i++) {
            if (!met.contains(i)) {
                count(Difference.LOST, before, before.matches().get(i));
            }
        }
    }

    private void count(Difference difference, Outcome outcome, Found match) {
        counts.merge(difference, 1L, Long::sum);
        List<Example> some = examples.computeIfAbsent(difference, kind -> new ArrayList<>());
        if (some.size() < WhatIf.MOST_EXAMPLES) {
            some.add(example(difference, outcome, match));
        }
    }

    private long count(Difference difference) {
        return counts.getOrDefault(difference, 0L);
    }

    static Example example(Difference difference, Outcome outcome, Found match) {
        List<WhatIf.Row> rows = new ArrayList<>();
        for (int i = 0; i < match.size(); i++) {
            int row = match.row(i);
            rows.add(new WhatIf.Row(
                    outcome.rows().id(row),
                    outcome.rows().side(row),
                    outcome.rows().date(row),
                    outcome.share(match, i)));
        }
        return new Example(difference, outcome.rules().rules().get(match.rule()).name(), rows, outcome.evidence(match));
    }

    private WhatIf result(History history) {
        Sets byHand = Sets.of(history);
        List<Example> shown = new ArrayList<>();
        for (Difference difference : Difference.values()) {
            shown.addAll(examples.getOrDefault(difference, List.of()));
        }
        return new WhatIf(
                history.group().name(),
                history.currency(),
                history.rows().size(),
                made(before, byHand),
                made(after, byHand),
                same,
                count(Difference.GAINED),
                count(Difference.LOST),
                count(Difference.CHANGED),
                shown);
    }

    private static Made made(Outcome outcome, Sets byHand) {
        long as = 0;
        long against = 0;
        for (Found match : outcome.matches()) {
            int[] rows = rows(match);
            Set<Integer> met = byHand.meeting(rows);
            if (byHand.areJust(met, rows)) {
                as++;
            } else if (!met.isEmpty()) {
                against++;
            }
        }
        return new Made(outcome.ruleCounts(), as, against, outcome.problems());
    }
}

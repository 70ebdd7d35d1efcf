package org.tickmark.benchmarks.matching.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

/** The groups of a truth with their rows, and which of them were found. For one thread. */
final class TruthGroups {
    private final Truth truth;
    private final Contents contents;
    private final List<List<Integer>> bank = new ArrayList<>();
    private final List<List<Integer>> ledger = new ArrayList<>();
    private final boolean[] found;
    private final Map<Long, List<Integer>> byKey = new HashMap<>();
    private Map<Long, List<Integer>> byContent;

    TruthGroups(Truth truth, Contents contents) {
        this.truth = truth;
        this.contents = contents;
        this.found = new boolean[truth.groups()];
        for (int group = 0; group < truth.groups(); group++) {
            bank.add(new ArrayList<>(1));
            ledger.add(new ArrayList<>(1));
        }
        gather(Side.BANK, bank);
        gather(Side.LEDGER, ledger);
        for (int group = 0; group < truth.groups(); group++) {
            if (truth.expected(group) != Expected.OPEN) {
                byKey.computeIfAbsent(key(group), key -> new ArrayList<>(1)).add(group);
            }
        }
    }

    private void gather(Side side, List<List<Integer>> groups) {
        for (int row = 0; row < truth.rows(side); row++) {
            groups.get(truth.group(side, row)).add(row);
        }
    }

    List<Integer> bank(int group) {
        return bank.get(group);
    }

    List<Integer> ledger(int group) {
        return ledger.get(group);
    }

    long key(int group) {
        return contents.key(bank.get(group), ledger.get(group));
    }

    boolean isFound(int group) {
        return found[group];
    }

    /** Finds the group whose very rows these are, once. */
    OptionalInt takeSame(Match match) {
        OptionalInt group = onlyGroup(match);
        if (group.isEmpty()) {
            return group;
        }
        int number = group.getAsInt();
        boolean whole = bank.get(number).size() == match.bank().size()
                && ledger.get(number).size() == match.ledger().size();
        return whole && truth.expected(number) != Expected.OPEN ? take(number) : OptionalInt.empty();
    }

    /** Finds a group whose rows look like these, once. */
    OptionalInt takeAlike(Match match) {
        for (int group : byKey.getOrDefault(contents.key(match.bank(), match.ledger()), List.of())) {
            if (!found[group]) {
                return take(group);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether these rows, or rows that look like them, are a part of a group. */
    boolean isPart(Match match) {
        OptionalInt own = onlyGroup(match);
        if (own.isPresent()) {
            return truth.expected(own.getAsInt()) != Expected.OPEN;
        }
        Side side = match.bank().isEmpty() ? Side.LEDGER : Side.BANK;
        int first = (match.bank().isEmpty() ? match.ledger() : match.bank()).get(0);
        return groupsWith(truth.content(side, first)).stream()
                .anyMatch(group -> !found[group]
                        && contents.isPart(Side.BANK, match.bank(), bank.get(group))
                        && contents.isPart(Side.LEDGER, match.ledger(), ledger.get(group)));
    }

    private OptionalInt take(int group) {
        if (found[group]) {
            return OptionalInt.empty();
        }
        found[group] = true;
        return OptionalInt.of(group);
    }

    private OptionalInt onlyGroup(Match match) {
        int group = -1;
        for (Side side : Side.values()) {
            for (int row : side == Side.BANK ? match.bank() : match.ledger()) {
                int own = truth.group(side, row);
                if (group >= 0 && own != group) {
                    return OptionalInt.empty();
                }
                group = own;
            }
        }
        return OptionalInt.of(group);
    }

    private List<Integer> groupsWith(long content) {
        if (byContent == null) {
            byContent = new HashMap<>();
            byKey.values().forEach(groups -> groups.forEach(this::addContents));
        }
        return byContent.getOrDefault(content, List.of());
    }

    private void addContents(int group) {
        bank.get(group).forEach(row -> addContent(truth.content(Side.BANK, row), group));
        ledger.get(group).forEach(row -> addContent(truth.content(Side.LEDGER, row), group));
    }

    private void addContent(long content, int group) {
        byContent.computeIfAbsent(content, key -> new ArrayList<>(1)).add(group);
    }
}

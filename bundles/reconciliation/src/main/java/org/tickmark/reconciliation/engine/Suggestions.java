package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what may belong to rows that stayed open: rows of the same amount, rows with the same reference or nearly the same,
 * rows of the same party with nearly the same amount. How many are looked at is limited for each row, by counts. Safe for use
 * from many threads.
 */
final class Suggestions {
    private static final int MOST_LOOKED_AT = 64;
    private static final int MOST_FOR_A_ROW = 3;
    /** Rows further away than this are not worth naming. */
    private static final int FAR_DAYS = 400;
    /** Amounts are near when they differ by at most one part in so many. */
    private static final int NEAR_PART = 50;
    /** A fee taken from a larger amount: at most so many whole units, and not more than one part in so many. */
    private static final int FEE = 50;

    private static final int FEE_PART = 10;

    private final Board board;
    private final RuleList rules;
    private final Snapshot rows;
    private final Window window;
    private final Neighbours neighbours;
    private final long unit;
    private final Map<Integer, List<Doubtful>> doubtful = new HashMap<>();

    Suggestions(Board board, RuleList rules) {
        this.board = board;
        this.rules = rules;
        this.window = rules.widestWindow();
        this.rows = board.rows();
        this.neighbours = new Neighbours(board);
        this.unit = rows.wholeUnit();
        for (Doubtful found : board.doubtful()) {
            for (int row : found.found().rows()) {
                if (rows.isBank(row) || !rows.isBank(found.found().rows()[0])) {
                    doubtful.computeIfAbsent(row, anchor -> new ArrayList<>()).add(found);
                }
            }
        }
    }

    /** The best few for each open bank row, and for ledger rows that rules found to belong together, in the order of the rows. */
    List<Suggestion> all() {
        List<Suggestion> all = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (board.isOpen(row) && (rows.isBank(row) || doubtful.containsKey(row))) {
                List<Candidate> best = best(row);
                for (int i = 0; i < best.size(); i++) {
                    all.add(best.get(i).suggestion(row, i + 1));
                }
            }
        }
        return all;
    }

    private List<Candidate> best(int row) {
        List<Candidate> candidates = new ArrayList<>();
        for (Doubtful found : doubtful.getOrDefault(row, List.of())) {
            addOnce(
                    candidates,
                    Candidate.found(
                            found,
                            () -> rules.pass(found.found().rule()).agreement(rows, found.found()),
                            board,
                            window));
        }
        if (rows.isBank(row)) {
            addPairs(row, candidates);
        }
        return candidates.stream()
                .sorted(Candidate.BEST_FIRST)
                .limit(MOST_FOR_A_ROW)
                .toList();
    }

    private void addPairs(int bank, List<Candidate> candidates) {
        IntList paired = new IntList();
        addSameAmount(bank, paired);
        addSameParty(bank, paired);
        addSameReference(bank, paired, candidates);
        for (int i = 0; i < paired.size(); i++) {
            addOnce(candidates, Candidate.pair(board, bank, paired.get(i), window));
        }
    }

    /** Rows of the same amount: those in the window, and one further away if it has something else in common. */
    private void addSameAmount(int bank, IntList paired) {
        int day = rows.day(bank);
        IntList near = neighbours.rows(
                rows.amountId(bank), false, window.earliest(day, true), window.latest(day, true), MOST_LOOKED_AT);
        IntList far = neighbours.rows(rows.amountId(bank), false, day - FAR_DAYS, day + FAR_DAYS, MOST_LOOKED_AT);
        for (int i = 0; i < near.size(); i++) {
            addOnce(paired, near.get(i));
        }
        for (int i = 0; i < far.size(); i++) {
            if (board.relations().of(bank, far.get(i)) == Relations.Verdict.AGREE) {
                addOnce(paired, far.get(i));
            }
        }
    }

    private void addSameParty(int bank, IntList paired) {
        addNearAmounts(bank, rows.partyAccounts(), rows.accountPostings(), paired);
        addNearAmounts(bank, rows.nameStarts(), rows.namePostings(), paired);
    }

    private void addNearAmounts(int bank, Keys keys, Postings postings, IntList paired) {
        for (int i = keys.start(bank); i < keys.end(bank); i++) {
            int end = postings.end(keys.key(i));
            int looked = 0;
            for (int j = firstInWindow(bank, postings, keys.key(i)); j < end && looked < MOST_LOOKED_AT; j++) {
                int other = postings.row(j);
                if (rows.day(other) > window.latest(rows.day(bank), true)) {
                    break;
                }
                if (board.isOpen(other)) {
                    looked++;
                    if (isNear(rows.scaled(bank), rows.scaled(other))
                            && board.relations().sharesParty(bank, other)) {
                        addOnce(paired, other);
                    }
                }
            }
        }
    }

    /** The first ledger row of a key that is not before the window; a key's rows stand in the order of side and date. */
    private int firstInWindow(int bank, Postings postings, int key) {
        int earliest = window.earliest(rows.day(bank), true);
        int low = postings.start(key);
        int high = postings.end(key);
        while (low < high) {
            int middle = (low + high) >>> 1;
            int row = postings.row(middle);
            if (rows.isBank(row) || rows.day(row) < earliest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isNear(long one, long other) {
        long difference = Math.abs(one - other);
        long size = Math.abs(one);
        return Long.signum(one) == Long.signum(other)
                && difference >= 0
                && (difference <= size / NEAR_PART || (difference <= FEE * unit && difference <= size / FEE_PART));
    }

    /** Rows with the same reference: two are a pair, more are one candidate as a whole. */
    private void addSameReference(int bank, IntList paired, List<Candidate> candidates) {
        for (ReferenceKey kind : ReferenceKey.values()) {
            Keys keys = kind.keys(rows);
            for (int i = keys.start(bank); i < keys.end(bank); i++) {
                if (!kind.isCommon(rows, keys.key(i))) {
                    int[] members = openMembers(kind.postings(rows), keys.key(i));
                    if (members.length == 2 && rows.isBank(members[0]) && !rows.isBank(members[1])) {
                        addOnce(paired, members[1]);
                    } else if (leadsAcross(members)) {
                        addOnce(candidates, Candidate.group(rows, members, kind, keys.key(i)));
                    }
                }
            }
        }
    }

    private int[] openMembers(Postings postings, int key) {
        IntList members = new IntList();
        for (int i = postings.start(key); i < postings.end(key); i++) {
            if (board.isOpen(postings.row(i))) {
                members.add(postings.row(i));
            }
        }
        return members.toArray();
    }

    private boolean leadsAcross(int[] members) {
        return members.length > 1 && rows.isBank(members[0]) && !rows.isBank(members[members.length - 1]);
    }

    private static void addOnce(IntList list, int row) {
        if (!list.contains(row)) {
            list.add(row);
        }
    }

    private static void addOnce(List<Candidate> candidates, Candidate candidate) {
        if (candidates.stream().noneMatch(candidate::hasRowsOf)) {
            candidates.add(candidate);
        }
    }
}

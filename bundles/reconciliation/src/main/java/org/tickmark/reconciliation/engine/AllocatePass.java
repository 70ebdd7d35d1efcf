package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.message.Message;

/**
 * Lets a bank row pay the ledger rows that have the key in common with it, from the oldest on. If it is the sum of the first few, they are a
 * match, of which it is said that order chose them. If the last one is paid in part, or something is left, it is for the rule to say what becomes
 * of it: the rest stays open, or they are suggested, and until a person has settled that no later row pays any of them.
 */
final class AllocatePass implements Pass {
    static final String LIMIT = "limit";
    static final String PARTS = "parts";
    static final String SUGGEST = "suggest";
    static final String MATCH = "match";

    private final Blocks blocks;
    private final Window window;
    private final int limit;
    private final boolean takesParts;

    AllocatePass(Map<String, String> settings) {
        blocks = Blocks.of(settings.get(OneOneKind.KEY));
        window = Window.of(settings);
        limit = Integer.parseInt(settings.get(LIMIT));
        takesParts = settings.get(PARTS).equals(MATCH);
    }

    @Override
    public void run(Board board) {
        Targets targets = new Targets(board.rows(), false, fewestOwed());
        blocks.forEach(board, (key, ones, many) -> {
            if (board.rows().isBank(ones.get(0))) {
                targets.add(key, ones, many);
            }
        });
        Allocation allocation = new Allocation(board);
        targets.forEach(allocation::pay);
    }

    /** One row and one payment of it are a pair, and another rule's matter; unless one pays the other in part. */
    private int fewestOwed() {
        return takesParts ? 1 : 2;
    }

    /** What was paid so far. */
    private final class Allocation {
        private final Board board;
        private final Snapshot rows;
        private final Map<Integer, Long> left = new HashMap<>();
        private final boolean[] undecided;

        Allocation(Board board) {
            this.board = board;
            this.rows = board.rows();
            this.undecided = new boolean[rows.size()];
        }

        private long left(int row) {
            return left.getOrDefault(row, rows.scaled(row));
        }

        void pay(int key, int payment, Pool pool) {
            int day = rows.day(payment);
            for (int[] owed : pool.parts(window.earliest(day, true), window.latest(day, true), limit)) {
                pay(key, payment, owed);
            }
        }

        private void pay(int key, int payment, int[] owed) {
            IntList covered = new IntList();
            ExactSum money = new ExactSum();
            money.add(left(payment));
            for (int row : owed) {
                if (left(row) == 0 || !couldPay(payment, row)) {
                    continue;
                }
                if (undecided[row]) {
                    return;
                }
                covered.add(row);
                money.subtract(left(row));
                if (money.signum() != Long.signum(rows.scaled(payment))) {
                    break;
                }
            }
            if (covered.size() >= fewestOwed()) {
                settle(key, payment, covered, money);
            }
        }

        private boolean couldPay(int payment, int row) {
            return Long.signum(rows.scaled(payment)) == Long.signum(rows.scaled(row))
                    && !board.relations().referencesDisagree(payment, row);
        }

        /** Settles a payment of which so much is left when all that it covers is paid; less than nothing if the last is paid in part. */
        private void settle(int key, int payment, IntList covered, ExactSum money) {
            int[] match = new int[covered.size() + 1];
            match[0] = payment;
            System.arraycopy(covered.toArray(), 0, match, 1, covered.size());
            if (takesParts) {
                take(new Found(board.rule(), key, Found.BY_ORDER, match), money);
            } else if (money.isZero()) {
                Arrays.stream(match).forEach(row -> left.put(row, 0L));
                board.propose(key, Found.BY_ORDER, match);
            } else {
                Arrays.stream(match).forEach(row -> undecided[row] = true);
                suggest(key, payment, match, money);
            }
        }

        private void suggest(int key, int payment, int[] match, ExactSum money) {
            BigDecimal rest = money.toDecimal(rows.scale());
            boolean inPart = money.signum() != Long.signum(rows.scaled(payment));
            board.suggest(
                    key,
                    Wording.message(
                            inPart ? "doubt.paid-in-part" : "doubt.not-all-used",
                            rows.amountText(inPart ? rest.negate() : rest)),
                    match);
        }

        private void take(Found match, ExactSum money) {
            long rest = money.toLong();
            boolean inPart = Long.signum(rest) != Long.signum(rows.scaled(match.row(0)));
            int with = inPart ? match.size() - 1 : 0;
            long[] shares = new long[match.size()];
            for (int i = 0; i < shares.length; i++) {
                int row = match.row(i);
                long restOfRow = i == with ? Math.abs(rest) * Long.signum(rows.scaled(row)) : 0;
                shares[i] = left(row) - restOfRow;
                left.put(row, restOfRow);
            }
            board.propose(match.sharing(shares));
        }
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        List<Message> evidence = new ArrayList<>(agreement(rows, match));
        for (int i = 0; i < match.size(); i++) {
            if (match.isPart(rows, i)) {
                evidence.add(Wording.message(
                        rows.isBank(match.row(i)) ? "evidence.pays-with-part" : "evidence.pays-part",
                        rows.amountText(BigDecimal.valueOf(match.scaled(rows, i), rows.scale())),
                        rows.amountText(match.row(i))));
            }
        }
        evidence.add(Wording.message("evidence.oldest-first", window.before(), window.after()));
        return evidence;
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        List<Message> agreement = new ArrayList<>(List.of(rows.agreement("evidence", match.key())));
        if (match.alike() == Found.BY_ORDER && match.shares().isEmpty()) {
            agreement.add(Evidence.sameSum(rows, match));
        } else {
            agreement.add(Wording.message("evidence.allocated", match.size() - 1));
        }
        return agreement;
    }
}

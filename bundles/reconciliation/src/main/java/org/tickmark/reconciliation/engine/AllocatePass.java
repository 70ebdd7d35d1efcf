package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickmark.api.message.Message;

/**
 * Lets a bank row pay the ledger rows that have the key in common with it, from the oldest on. If it is the sum of the first few, they are a
 * match, of which it is said that order chose them. If the last one is paid in part, or something is left, they are suggested: what is to
 * become of the rest is for a person to say, and until then no later row pays any of them.
 */
final class AllocatePass implements Pass {
    static final String LIMIT = "limit";

    private final Blocks blocks;
    private final Window window;
    private final int limit;

    AllocatePass(Map<String, String> settings) {
        blocks = Blocks.of(settings.get(OneOneKind.KEY));
        window = Window.of(settings);
        limit = Integer.parseInt(settings.get(LIMIT));
    }

    @Override
    public void run(Board board) {
        Targets targets = new Targets(board.rows(), false);
        blocks.forEach(board, (key, ones, many) -> {
            if (board.rows().isBank(ones.get(0))) {
                targets.add(key, ones, many);
            }
        });
        Allocation allocation = new Allocation(board);
        targets.forEach(allocation::pay);
    }

    /** What was paid so far. */
    private final class Allocation {
        private final Board board;
        private final Snapshot rows;
        private final boolean[] paid;
        private final boolean[] undecided;

        Allocation(Board board) {
            this.board = board;
            this.rows = board.rows();
            this.paid = new boolean[rows.size()];
            this.undecided = new boolean[rows.size()];
        }

        void pay(int key, int payment, Pool pool) {
            int day = rows.day(payment);
            for (int[] owed : pool.parts(window.earliest(day, true), window.latest(day, true), limit)) {
                pay(key, payment, owed);
            }
        }

        private void pay(int key, int payment, int[] owed) {
            IntList covered = new IntList();
            ExactSum left = new ExactSum();
            left.add(rows.scaled(payment));
            for (int row : owed) {
                if (paid[row] || !couldPay(payment, row)) {
                    continue;
                }
                if (undecided[row]) {
                    return;
                }
                covered.add(row);
                left.subtract(rows.scaled(row));
                if (left.signum() != Long.signum(rows.scaled(payment))) {
                    break;
                }
            }
            if (covered.size() > 1) {
                settle(key, payment, covered, left);
            }
        }

        private boolean couldPay(int payment, int row) {
            return Long.signum(rows.scaled(payment)) == Long.signum(rows.scaled(row))
                    && !board.relations().referencesDisagree(payment, row);
        }

        private void settle(int key, int payment, IntList covered, ExactSum left) {
            int[] match = new int[covered.size() + 1];
            match[0] = payment;
            System.arraycopy(covered.toArray(), 0, match, 1, covered.size());
            boolean[] settled = left.isZero() ? paid : undecided;
            Arrays.stream(match).forEach(row -> settled[row] = true);
            if (left.isZero()) {
                board.propose(key, Found.BY_ORDER, match);
                return;
            }
            BigDecimal rest = left.toDecimal(rows.scale());
            boolean inPart = left.signum() != Long.signum(rows.scaled(payment));
            board.suggest(
                    key,
                    Wording.message(
                            inPart ? "doubt.paid-in-part" : "doubt.not-all-used",
                            rows.amountText(inPart ? rest.negate() : rest)),
                    match);
        }
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return Stream.concat(
                        agreement(rows, match).stream(),
                        Stream.of(Wording.message("evidence.oldest-first", window.before(), window.after())))
                .toList();
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        List<Message> agreement = new ArrayList<>(List.of(rows.agreement("evidence", match.key())));
        if (match.alike() == Found.BY_ORDER) {
            agreement.add(Evidence.sameSum(rows, match));
        } else {
            agreement.add(Wording.message("evidence.allocated", match.size() - 1));
        }
        return agreement;
    }
}

package org.tickmark.reconciliation.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/**
 * Matches bank rows with ledger rows that the matches of two other groups tie together. They are a match if all between them is matched on both
 * sides and their sums are equal; if not, they are suggested.
 */
final class ChainPass implements Pass {
    private final Chains.Pair groups;

    ChainPass(Chains.Pair groups) {
        this.groups = groups;
    }

    @Override
    public void run(Board board) {
        List<Chains.Chain> chains = board.chains()
                .between(groups.first(), groups.second())
                .orElseThrow(() -> Problem.error(
                                "rec.rule-failed", Wording.message("rule.no-chain", groups.first(), groups.second()))
                        .found(groups.first() + ", " + groups.second())
                        .advice(Wording.message("rule.no-chain.advice"))
                        .exception());
        Map<Long, Integer> bank = new HashMap<>();
        Map<Long, Integer> ledger = new HashMap<>();
        for (int row = 0; row < board.rows().size(); row++) {
            if (board.isOpen(row)) {
                (board.rows().isBank(row) ? bank : ledger).put(board.rows().id(row), row);
            }
        }
        for (Chains.Chain chain : chains) {
            if (bank.keySet().containsAll(chain.bank()) && ledger.keySet().containsAll(chain.ledger())) {
                settle(board, chain, rows(chain, bank, ledger));
            }
        }
    }

    private static int[] rows(Chains.Chain chain, Map<Long, Integer> bank, Map<Long, Integer> ledger) {
        return IntStream.concat(
                        chain.bank().stream().mapToInt(bank::get),
                        chain.ledger().stream().mapToInt(ledger::get))
                .sorted()
                .toArray();
    }

    private void settle(Board board, Chains.Chain chain, int[] rows) {
        Message tie = Wording.message("evidence.chain", chain.between(), groups.first(), groups.second());
        Found found = board.found(List.of(tie), rows);
        ExactSum difference = new ExactSum();
        for (int row : rows) {
            if (board.rows().isBank(row)) {
                difference.add(board.rows().scaled(row));
            } else {
                difference.subtract(board.rows().scaled(row));
            }
        }
        List<Message> doubts = new ArrayList<>();
        if (!chain.whole()) {
            doubts.add(Wording.message("doubt.chain-open"));
        }
        if (!difference.isZero()) {
            Message amount =
                    board.rows().amountText(difference.toDecimal(board.rows().scale()));
            doubts.add(Wording.message("doubt.chain-difference", amount));
        }
        if (doubts.isEmpty()) {
            board.propose(found);
        } else {
            board.suggest(new Doubtful(found, doubts));
        }
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return Stream.concat(match.told().stream(), Stream.of(Evidence.sameSum(rows, match)))
                .toList();
    }

    @Override
    public List<Message> agreement(Snapshot rows, Found match) {
        return match.told();
    }
}

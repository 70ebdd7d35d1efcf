package org.tickmark.reconciliation.engine;

import org.tickmark.api.CancelToken;
import org.tickmark.api.host.reconciliation.Rule;

/** Applies rules to a snapshot. The result depends on the contents of the rows and on the rules alone. */
public final class Engine {
    private Engine() {}

    /**
     * Matches what can be matched.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; between two rules
     */
    public static Outcome run(Snapshot rows, RuleList rules, CancelToken cancel) {
        Board board = new Board(rows);
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            cancel.throwIfCancelled();
            rules.pass(rule).run(board);
            if (rules.rules().get(rule).state() == Rule.State.SUGGEST) {
                board.endSuggestingPass(Wording.message(
                        "doubt.rule-suggests", rules.rules().get(rule).name()));
            } else {
                board.endPass();
            }
        }
        return new Outcome(board, rules);
    }
}

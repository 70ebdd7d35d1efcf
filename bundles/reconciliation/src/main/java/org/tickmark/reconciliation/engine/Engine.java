package org.tickmark.reconciliation.engine;

import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.reconciliation.Rule;

/** Applies rules to a snapshot. The result depends on the contents of the rows and on the rules alone. */
public final class Engine {
    private Engine() {}

    /**
     * Matches what can be matched. A rule that fails, or that nobody is there to apply, is passed over, and the outcome says so.
     *
     * @param rows with their {@linkplain RuleList#readContents contents} if the rules read them
     * @param borne what the matches that stand bear as differences already
     * @param chains what the matches of other groups tie together
     * @throws java.util.concurrent.CancellationException if cancelled; between two rules, or within one of a plugin
     */
    public static Outcome run(Snapshot rows, RuleList rules, Borne borne, Chains chains, CancelToken cancel) {
        Board board = new Board(rows, borne, chains, cancel);
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            cancel.throwIfCancelled();
            apply(rules.rules().get(rule), rules.pass(rule), board);
        }
        return new Outcome(board, rules);
    }

    private static void apply(Rule rule, Pass pass, Board board) {
        board.beginPass(rule.name());
        try {
            pass.run(board);
        } catch (TickmarkException e) {
            board.endFailedPass(e.problem().within(rule.name()));
            return;
        }
        if (rule.state() == Rule.State.SUGGEST) {
            board.endSuggestingPass(Wording.message("doubt.rule-suggests", rule.name()));
        } else {
            board.endPass();
        }
    }
}

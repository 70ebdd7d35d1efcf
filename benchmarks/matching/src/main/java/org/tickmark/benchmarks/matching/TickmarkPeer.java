package org.tickmark.benchmarks.matching;

import org.tickmark.api.CancelToken;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.peers.Lines;
import org.tickmark.benchmarks.matching.peers.Peer;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.reconciliation.engine.Borne;
import org.tickmark.reconciliation.engine.Chains;
import org.tickmark.reconciliation.engine.Engine;
import org.tickmark.reconciliation.engine.Outcome;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.engine.Snapshot;

/** The engine as one matcher among others. It finds the references in the rows itself. */
record TickmarkPeer(String title, RuleList rules) implements Peer {
    @Override
    public Work load(Lines lines) {
        Snapshot.Builder builder = Snapshot.builder(Row.CURRENCY);
        for (Side side : Side.values()) {
            long number = 0;
            for (Row row : lines.rows(side)) {
                builder.add(EngineMatcher.entry(side, number++, row));
            }
        }
        return new Rows(builder.build(), rules);
    }

    /** Rows in the engine's columns. */
    private static final class Rows implements Work {
        private final Snapshot rows;
        private final RuleList rules;
        private Outcome outcome;

        Rows(Snapshot rows, RuleList rules) {
            this.rows = rows;
            this.rules = rules;
        }

        @Override
        public void match() {
            outcome = Engine.run(rows, rules, Borne.NOTHING, Chains.NONE, CancelToken.NEVER);
        }

        @Override
        public Result result() {
            return EngineMatcher.result(outcome);
        }
    }
}

package org.tickmark.testkit.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleParameter;
import org.tickmark.api.rule.RuleRun;

/** Kinds each of which breaks one rule of the contract, and is otherwise the good one. */
final class BrokenKinds {
    private BrokenKinds() {}

    /** Breaks RK-01: another list every time. */
    static final class ChangesItsParameters extends SameAmountKind {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<RuleParameter> parameters() {
            List<RuleParameter> parameters = super.parameters();
            return asked.incrementAndGet() % 2 == 0 ? parameters : List.of(parameters.get(1), parameters.get(0));
        }
    }

    /** Breaks RK-01: one name for two things. */
    static final class NamesTwoThingsAlike extends SameAmountKind {
        @Override
        public List<RuleParameter> parameters() {
            List<RuleParameter> parameters = new ArrayList<>(super.parameters());
            parameters.add(parameters.get(1));
            return parameters;
        }
    }

    /** Breaks RK-01: a standard value that nobody could set. */
    static final class HasAnImpossibleStandard extends SameAmountKind {
        @Override
        public List<RuleParameter> parameters() {
            List<RuleParameter> parameters = new ArrayList<>(super.parameters());
            parameters.set(0, RuleParameter.number("word", -1, 0, 10, Message.verbatim("a number")));
            return parameters;
        }
    }

    /** Breaks RK-01: says nothing. */
    static final class ExplainsNothing extends SameAmountKind {
        @Override
        public Message summary() {
            return Message.verbatim(" ");
        }
    }

    /** Breaks RK-02: remembers the rows it has seen. */
    static final class KeepsRuns extends SameAmountKind {
        private final List<RuleRun> seen = new ArrayList<>();

        @Override
        public synchronized void match(RuleRun run) throws Exception {
            seen.add(run);
            super.match(run);
        }
    }

    /** Breaks RK-02: carries something over from run to run. */
    static final class TiresAfterSomeRuns extends SameAmountKind {
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public void match(RuleRun run) throws Exception {
            if (runs.incrementAndGet() <= 2) {
                super.match(run);
            }
        }
    }

    /** Breaks RK-03: finds something else when it is asked again. */
    static final class ForgetsEverySecondTime extends SameAmountKind {
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public void match(RuleRun run) throws Exception {
            if (runs.incrementAndGet() % 2 == 1) {
                super.match(run);
            }
        }
    }

    /** Breaks RK-03: goes by the numbers of rows. */
    static final class PrefersEvenNumbers extends SameAmountKind {
        @Override
        void found(RuleRun run, List<OpenRow> rows) {
            if (rows.get(0).number() % 2 == 0) {
                super.found(run, rows);
            }
        }
    }

    /** Breaks RK-04: matches what does not sum up. */
    static final class MatchesOneRowTooMany extends SameAmountKind {
        @Override
        void found(RuleRun run, List<OpenRow> rows) {
            List<OpenRow> more = new ArrayList<>(rows);
            run.rows().stream().filter(row -> !rows.contains(row)).findFirst().ifPresent(more::add);
            super.found(run, more);
        }
    }

    /** Breaks RK-04: tells everything twice, and does not mind being refused. */
    static final class MatchesTwice extends SameAmountKind {
        @Override
        void found(RuleRun run, List<OpenRow> rows) {
            super.found(run, rows);
            try {
                super.found(run, rows);
            } catch (IllegalArgumentException e) {
                // As if nothing had happened.
            }
        }
    }

    /** Breaks RK-04: matches rows of its own making. */
    static final class InventsRows extends SameAmountKind {
        @Override
        void found(RuleRun run, List<OpenRow> rows) {
            OpenRow ledger = rows.get(1);
            super.found(
                    run,
                    List.of(rows.get(0), new FakeRow(ledger).text("invented").numbered(ledger.number())));
        }
    }

    /** Breaks RK-04: finds nothing where there is something. */
    static final class FindsNothing extends SameAmountKind {
        @Override
        void found(RuleRun run, List<OpenRow> rows) {}
    }

    /** Breaks RK-05: takes the first that comes. */
    static final class TakesTheFirst extends SameAmountKind {
        @Override
        public void match(RuleRun run) throws Exception {
            look(run);
            List<OpenRow> free = new ArrayList<>(run.rows());
            for (OpenRow bank : run.rows()) {
                for (OpenRow ledger : run.rows()) {
                    boolean across = bank.side() == OpenRow.Side.BANK && ledger.side() == OpenRow.Side.LEDGER;
                    if (across && isLike(bank, ledger) && free.contains(bank) && free.contains(ledger)) {
                        free.removeAll(List.of(bank, ledger));
                        found(run, List.of(bank, ledger));
                    }
                }
            }
        }
    }

    /** Breaks RK-06: a match for no reason. */
    static final class GivesNoReason extends SameAmountKind {
        @Override
        List<Message> reasons() {
            return List.of(Message.verbatim(""));
        }
    }

    /** Breaks RK-06: doubts without a word. */
    static final class DoubtsWithoutAWord extends SameAmountKind {
        @Override
        Message doubt() {
            return Message.verbatim(" ");
        }
    }

    /** Breaks RK-07: never asks whether to stop. */
    static final class NeverAsksToStop extends SameAmountKind {
        @Override
        void look(RuleRun run) {}
    }

    /** Breaks RK-07: stops as if all were done. */
    static final class StopsAsIfDone extends SameAmountKind {
        @Override
        public void match(RuleRun run) throws Exception {
            if (!run.cancel().isCancelled()) {
                super.match(run);
            }
        }
    }
}

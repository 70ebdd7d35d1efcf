package org.tickmark.reconciliation.kind;

import java.util.List;
import java.util.Map;
import org.tickmark.api.CancelToken;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.OpenRow;
import org.tickmark.api.rule.RuleRun;

/** A run that can be told to stop alone, beside what stops everything. */
final class StoppableRun implements RuleRun {
    private final RuleRun run;
    private volatile boolean stopped;

    StoppableRun(RuleRun run) {
        this.run = run;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public CancelToken cancel() {
        return () -> stopped || run.cancel().isCancelled();
    }

    @Override
    public Map<String, String> parameters() {
        return run.parameters();
    }

    @Override
    public String currency() {
        return run.currency();
    }

    @Override
    public List<OpenRow> rows() {
        return run.rows();
    }

    @Override
    public void match(List<OpenRow> rows, List<Message> reasons) {
        run.match(rows, reasons);
    }

    @Override
    public void suggest(List<OpenRow> rows, List<Message> reasons, Message doubt) {
        run.suggest(rows, reasons, doubt);
    }
}

package org.tickmark.reconciliation.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.rule.RuleKind;

/** A pass that a plugin makes: it is shown what is open, and what it found counts once it has ended without a fault. */
final class AddedPass implements Pass {
    private static final Logger LOG = LoggerFactory.getLogger(AddedPass.class);

    private final RuleKind kind;
    private final Map<String, String> settings;

    AddedPass(RuleKind kind, Map<String, String> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    @Override
    public void run(Board board) {
        AddedRun run = new AddedRun(board, settings);
        try {
            kind.match(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (TickmarkException e) {
            throw e;
        } catch (Exception e) {
            board.cancel().throwIfCancelled();
            throw failed(run, e);
        } finally {
            run.end();
        }
        run.fault().ifPresent(fault -> {
            throw broken(fault).exception();
        });
        run.deliver();
    }

    private static TickmarkException failed(AddedRun run, Exception e) {
        if (run.fault().isPresent()) {
            return broken(run.fault().get()).exception(e);
        }
        LOG.warn("A kind of rule that a plugin adds failed", e);
        return Problem.error("rec.rule-failed", Wording.message("rule.failed"))
                .found(e.toString())
                .advice(Wording.message("rule.failed.advice"))
                .exception(e);
    }

    private static Problem.Builder broken(String fault) {
        return Problem.error("rec.rule-failed", Wording.message("rule.broken"))
                .found(fault)
                .advice(Wording.message("rule.failed.advice"));
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return match.told();
    }
}

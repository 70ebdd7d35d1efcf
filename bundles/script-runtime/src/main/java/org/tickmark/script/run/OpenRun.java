package org.tickmark.script.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.script.store.RunTable;

/** A run of a stored script that has begun, until its end is kept. For one thread at a time; between two calls it is data. */
public final class OpenRun {
    private final Session session;
    private final ScriptProgram program;
    private final ScriptRun run;
    private final Runner.Means means;
    private ScriptEnd end;

    OpenRun(Session session, ScriptProgram program, ScriptRun run, Runner.Means means) {
        this.session = session;
        this.program = program;
        this.run = run;
        this.means = means;
    }

    /** What it runs. */
    public ScriptProgram program() {
        return program;
    }

    /** The run itself, to be looked at while it pauses. */
    public ScriptRun run() {
        return run;
    }

    /** Carries on until it pauses or ends; if it waits, so does the calling thread. */
    public ScriptState carryOn() {
        ScriptState state = run.advance();
        while (state.kind() == ScriptState.Kind.WAITING && !session.cancel().isCancelled()) {
            await(state.until().orElseThrow());
            state = run.advance();
        }
        if (state.kind() != ScriptState.Kind.ENDED) {
            return session.cancel().isCancelled() ? ended(stopped()) : state;
        }
        ScriptEnd own = state.end().orElseThrow();
        return ended(own.outcome() == ScriptEnd.Outcome.CANCELLED ? stopped() : own);
    }

    /** What came of it, once it has ended. */
    public ScriptResult result() {
        return new ScriptResult(session.run(), session.script(), session.version(), end, run.usage(), run.results());
    }

    private ScriptState ended(ScriptEnd how) {
        if (end == null) {
            end = how;
            ended(means, session.run(), end.outcome(), told(end), run.usage());
        }
        return ScriptState.ended(end);
    }

    /** Keeps how a run ended. */
    static void ended(Runner.Means means, long run, ScriptEnd.Outcome outcome, String told, ScriptUsage usage) {
        means.transactions().inTransaction(tx -> {
            RunTable.end(
                    tx.connection(),
                    run,
                    outcome.name(),
                    told,
                    usage,
                    means.clock().instant());
            return null;
        });
    }

    private void await(Instant moment) {
        Duration wait = Duration.between(means.clock().instant(), moment);
        while (!wait.isNegative() && !wait.isZero() && !session.cancel().isCancelled()) {
            Duration left = session.left();
            if (!means.pause().pause(wait.compareTo(left) < 0 ? wait : left)) {
                session.interrupt();
            }
            wait = Duration.between(means.clock().instant(), moment);
        }
    }

    /** A run that was stopped before its end: by wish, or because its time is over, which is a limit as any other. */
    private ScriptEnd stopped() {
        if (!session.isOverdue()) {
            return new ScriptEnd(ScriptEnd.Outcome.CANCELLED, "", Optional.empty());
        }
        ScriptPosition position = run.stack().stream()
                .findFirst()
                .map(ScriptFrame::position)
                .orElseGet(() -> new ScriptPosition(session.script(), 1, 1));
        Problem problem = Texts.problem("script.overdue", "overdue")
                .where(position.toString())
                .advice(Texts.message("overdue.advice"))
                .build();
        return new ScriptEnd(ScriptEnd.Outcome.LIMIT, "", Optional.of(new ScriptProblem(position, problem)));
    }

    private static String told(ScriptEnd end) {
        return end.problem().map(found -> found.problem().text(Locale.ENGLISH)).orElse(end.message());
    }
}

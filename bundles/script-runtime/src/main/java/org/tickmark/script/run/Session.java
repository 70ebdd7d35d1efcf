package org.tickmark.script.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Severity;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.api.script.ScriptOutput;

/**
 * One run as its granted objects see it: in whose name, of which script, for how long. For one thread at a time, as the run itself.
 */
final class Session {
    private final Runner runner;
    private final Order order;
    private final ScriptVersion script;
    private final Caller actor;
    private final long run;
    private final Instant until;
    private final Clock clock;
    private int works;
    private boolean interrupted;

    /**
     * A session.
     *
     * @param actor in whose name it runs
     * @param run key of the run
     * @param until when it must have ended
     */
    Session(Runner runner, Order order, ScriptVersion script, Caller actor, long run, Instant until, Clock clock) {
        this.runner = runner;
        this.order = order;
        this.script = script;
        this.actor = actor;
        this.run = run;
        this.until = until;
        this.clock = clock;
    }

    Caller actor() {
        return actor;
    }

    String script() {
        return script.definition().name();
    }

    int version() {
        return script.number();
    }

    long run() {
        return run;
    }

    boolean isDryRun() {
        return order.request().dryRun();
    }

    /** The event it reacts to, if it is started by one. */
    Optional<ScriptEvent> event() {
        return order.event();
    }

    /** Writes a piece of the result. */
    void print(String text) {
        order.output().print(text);
    }

    /** Writes a line for who looks after the script. */
    void log(String text) {
        order.output().log(Severity.INFO, text);
    }

    /** What to know the next work outside by; empty if every run does it anew. */
    Optional<String> nextWork() {
        works++;
        return order.once().map(key -> key + "/" + script() + "/" + works);
    }

    /** Whether the run should stop: by wish, or because its time is over. */
    CancelToken cancel() {
        return () -> order.cancel().isCancelled() || interrupted || isOverdue();
    }

    /** Whether its time is over, though nobody has stopped it. */
    boolean isOverdue() {
        return !order.cancel().isCancelled() && !interrupted && !clock.instant().isBefore(until);
    }

    /** Its thread was interrupted while it waited. */
    void interrupt() {
        interrupted = true;
    }

    /** Runs another script in the same name, within the time that is left; what it writes is written here. */
    ScriptResult call(String name, Map<String, String> parameters) {
        ScriptRequest request = new ScriptRequest(name, Optional.empty(), parameters, "script/" + script(), isDryRun());
        return runner.run(new Order(
                actor,
                request,
                order.output(),
                order.cancel(),
                order.event(),
                Optional.of(until),
                nextWork(),
                order.depth() + 1));
    }

    /** How much time there is, waits included. */
    Duration left() {
        return Duration.between(clock.instant(), until);
    }

    ScriptCall.Builder call() {
        ScriptOutput output = order.output();
        ScriptCall.Builder call = ScriptCall.by(actor, clock, output).cancel(cancel());
        Optional<ScriptEvent> event = order.event();
        event.ifPresent(call::event);
        return call;
    }
}

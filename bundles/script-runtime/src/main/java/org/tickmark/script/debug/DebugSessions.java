package org.tickmark.script.debug;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.script.DebugProgram;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.script.run.OpenRun;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Pause;
import org.tickmark.script.run.Runner;
import org.tickmark.script.store.ScriptRules;

/** The sessions there are. Safe for use from many threads. */
public final class DebugSessions {
    /** How many there may be: each holds the memory of its run. */
    static final int MOST = 20;
    /** How long a run may stand in all. */
    private static final Duration MOST_PAUSES = Duration.ofHours(8);

    private final Map<Long, LiveSession> sessions = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Means means;

    /**
     * What sessions stand on.
     *
     * @param runner runs stored scripts
     * @param idle after what time a session that nobody touches is ended
     * @param workers carry runs on
     * @param pause how a thread waits for a script that waits
     */
    public record Means(
            Runner runner,
            Transactions transactions,
            Audit audit,
            Supplier<Duration> idle,
            Clock clock,
            Executor workers,
            Pause pause) {}

    /** No sessions yet. */
    public DebugSessions(Means means) {
        this.means = means;
    }

    /** Begins a run of a stored script. */
    public LiveSession start(Caller caller, ScriptRequest request) {
        caller.require(Permission.SCRIPT_DEBUG);
        ScriptVersion script = means.runner().script(request);
        String name = script.definition().name();
        ScriptRules.requireOwner(caller, script.definition().owner(), name);
        ScriptRequest exact = new ScriptRequest(
                name, Optional.of(script.number()), request.parameters(), request.cause(), request.dryRun());
        LiveSession session = session(caller, name);
        audit(caller, script, session);
        OpenRun run = means.runner()
                .open(
                        Order.of(caller, exact, session.output(), session.cancel()),
                        (version, program) -> Optional.of(session.over(program)),
                        MOST_PAUSES);
        return begun(session, Driven.stored(run));
    }

    /** Begins a run of a program that is not stored. */
    public LiveSession start(Caller caller, DebugProgram given) {
        caller.require(Permission.SCRIPT_DEBUG);
        LiveSession session = session(caller, given.name());
        ScriptRun run = given.program()
                .start(ScriptCall.by(caller, means.clock(), session.output())
                        .parameters(given.parameters())
                        .records(given.records())
                        .limits(given.limits())
                        .cancel(session.cancel())
                        .observer(session.over(given.program()))
                        .build());
        return begun(session, new PlainRun(given.program(), run, means.clock(), means.pause()));
    }

    private LiveSession session(Caller caller, String script) {
        expire();
        if (sessions.size() >= MOST) {
            throw Texts.problem("debug.many", "many", MOST)
                    .advice(Texts.message("many.advice"))
                    .exception();
        }
        return new LiveSession(
                numbers.incrementAndGet(),
                script,
                caller.identity(),
                new LiveSession.Means(
                        means.clock(), means.workers(), means.idle().get(), gone -> sessions.remove(gone.id())));
    }

    private LiveSession begun(LiveSession session, Driven run) {
        sessions.put(session.id(), session);
        session.begin(run);
        return session;
    }

    private void audit(Caller caller, ScriptVersion script, LiveSession session) {
        Audit.Act act = new Audit.Act(
                "scripts",
                "script.debug",
                "script/" + script.definition().name(),
                Map.of("version", String.valueOf(script.number()), "session", String.valueOf(session.id())));
        means.transactions().inTransaction(tx -> {
            means.audit().append(tx, caller, act);
            return null;
        });
    }

    /** The sessions there are, of everybody, in order of their numbers. */
    public List<LiveSession> all(Caller caller) {
        caller.require(Permission.SCRIPT_DEBUG);
        expire();
        return List.copyOf(sessions.values());
    }

    /** A session of the caller's. */
    public LiveSession session(Caller caller, long id) {
        caller.require(Permission.SCRIPT_DEBUG);
        expire();
        LiveSession session = sessions.get(id);
        if (session == null) {
            throw Texts.problem("debug.unknown", "unknown", id)
                    .advice(Texts.message("unknown.advice"))
                    .exception();
        }
        if (!session.owner().equals(caller.identity()) && !caller.may(Permission.ALL)) {
            throw Texts.problem("debug.owner", "owner", id)
                    .found(caller.identity())
                    .expected(session.owner())
                    .exception();
        }
        return session;
    }

    /** Ends those that nobody has touched for too long. */
    public void expire() {
        sessions.values().forEach(LiveSession::expire);
    }

    /** Ends all of them. */
    public void close() {
        sessions.values().forEach(LiveSession::stop);
    }
}

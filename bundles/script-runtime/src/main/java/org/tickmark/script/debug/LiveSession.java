package org.tickmark.script.debug;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.CancelToken;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.script.Breakpoint;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.DebugState.Kind;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptVariable;

/**
 * A session. While its run is under way, one worker works with the run; while it stands, whoever holds the lock does. Whether to stop is decided in two steps: an
 * observer cannot evaluate, so the run pauses at each breakpoint, and goes on if that does not count.
 */
public final class LiveSession implements DebugSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final ScriptEnd CANCELLED = new ScriptEnd(ScriptEnd.Outcome.CANCELLED, "", Optional.empty());

    private final long id;
    private final String script;
    private final String owner;
    private final Instant startedAt;
    private final Means means;
    private final Written written = new Written(text -> listener().written(text));

    private Driven driven;
    private Stops stops;
    private Breakpoints breakpoints;

    private DebugState state = new DebugState(Kind.RUNNING, Optional.empty(), Optional.empty(), "");
    private List<String> watches = List.of();
    private boolean stopsAtFailure = true;
    private volatile SessionListener listener = SessionListener.NOBODY;
    private volatile Walk walk = Walk.toEntry();
    private volatile boolean pauseAsked;
    private volatile boolean stopped;
    private volatile boolean detached;

    /** The breakpoint that the run has paused at, and whether its walk ended there; for the thread that carries it on. */
    private Placed reached;

    private boolean arrived;
    private boolean entered;

    /**
     * What sessions stand on.
     *
     * @param workers carry runs on
     * @param idle after what time a session that nobody touches is ended
     * @param gone told when a session is to be forgotten
     */
    record Means(Clock clock, Executor workers, Duration idle, Consumer<LiveSession> gone) {}

    LiveSession(long id, String script, String owner, Means means) {
        this.id = id;
        this.script = script;
        this.owner = owner;
        this.means = means;
        this.startedAt = means.clock().instant();
    }

    // ---------------------------------------------------------------- beginning

    /** Where the run writes. */
    ScriptOutput output() {
        return written;
    }

    /** Whether the run is to end. */
    CancelToken cancel() {
        return () -> stopped;
    }

    /** Watches the run of a program. */
    ScriptObserver over(ScriptProgram program) {
        stops = new Stops(program.stops());
        breakpoints = new Breakpoints(stops);
        return new ScriptObserver() {
            @Override
            public boolean statement(int stop, int depth) {
                return pausesBefore(stop, depth);
            }

            @Override
            public void changed(int depth, ScriptVariable variable) {}
        };
    }

    /** Takes the run to its first statement, on the calling thread: nothing of the script is carried out. */
    void begin(Driven run) {
        driven = run;
        carryOn();
    }

    /** Tells somebody from now on, in place of whoever was told before. */
    public void listen(SessionListener next) {
        listener = next;
    }

    private SessionListener listener() {
        return listener;
    }

    // ---------------------------------------------------------------- carrying on

    private boolean pausesBefore(int stop, int depth) {
        reached = null;
        arrived = false;
        if (detached) {
            return false;
        }
        reached = breakpoints.at(stop);
        arrived = walk.endsAt(stops.at(stop), depth);
        return reached != null || arrived;
    }

    private void carryOn() {
        DebugState next;
        try {
            next = nextState();
        } catch (RuntimeException e) {
            LOG.error("A debugged run of {} failed", script, e);
            next = over(CANCELLED);
        }
        become(next);
    }

    private DebugState nextState() {
        while (true) {
            ScriptState run = driven.carryOn();
            if (run.kind() == ScriptState.Kind.ENDED) {
                ScriptEnd end = run.end().orElseThrow();
                return failed(end) ? standing(Kind.FAILED, Optional.of(end), "") : over(end);
            }
            Optional<DebugState> here = decided();
            if (here.isPresent()) {
                return here.get();
            }
        }
    }

    private synchronized boolean failed(ScriptEnd end) {
        return end.problem().isPresent() && stopsAtFailure && !detached && !stopped;
    }

    /** Where it stands now that it has paused; empty if it goes on. */
    private Optional<DebugState> decided() {
        if (detached) {
            return Optional.empty();
        }
        if (reached != null) {
            Optional<String> told = reachedCounts();
            if (told.isPresent()) {
                return Optional.of(standing(Kind.AT_BREAKPOINT, Optional.empty(), told.get()));
            }
        }
        if (pauseAsked) {
            pauseAsked = false;
            return Optional.of(standing(Kind.PAUSED, Optional.empty(), ""));
        }
        // What a built-in called back paused the run behind it, where neither is there.
        if (arrived || reached == null) {
            return Optional.of(standing(entered ? Kind.STEPPED : Kind.AT_START, Optional.empty(), ""));
        }
        return Optional.empty();
    }

    /** Whether this time counts at the breakpoint; what is to be told about it, such as why its condition cannot be evaluated. */
    private Optional<String> reachedCounts() {
        Breakpoint wanted = reached.wanted();
        try {
            boolean holds =
                    wanted.condition().isBlank() || value(wanted.condition()).equalsIgnoreCase("true");
            if (!holds || !reached.hit()) {
                return Optional.empty();
            }
        } catch (TickmarkException e) {
            return Optional.of(e.problem().text(Locale.ENGLISH));
        }
        if (wanted.log().isBlank()) {
            return Optional.of("");
        }
        written.print(LogText.filled(wanted.log(), this::valueOrProblem) + "\n");
        return Optional.empty();
    }

    private String value(String expression) {
        return driven.run().evaluate(0, expression).text();
    }

    private String valueOrProblem(String expression) {
        try {
            return value(expression);
        } catch (TickmarkException e) {
            return "{" + e.problem().text(Locale.ENGLISH) + "}";
        }
    }

    private DebugState standing(Kind kind, Optional<ScriptEnd> end, String text) {
        return new DebugState(kind, Optional.of(idleUntil()), end, text);
    }

    private Instant idleUntil() {
        return means.clock().instant().plus(means.idle());
    }

    private static DebugState over(ScriptEnd end) {
        return new DebugState(Kind.ENDED, Optional.empty(), Optional.of(end), "");
    }

    private void become(DebugState next) {
        synchronized (this) {
            state = next;
            entered = true;
            notifyAll();
        }
        listener.changed(next);
        if (next.kind() == Kind.ENDED) {
            means.gone().accept(this);
        } else if (stopped && next.kind().stands()) {
            go(Step.ON);
        }
    }

    // ---------------------------------------------------------------- looking at it

    @Override
    public long id() {
        return id;
    }

    @Override
    public String script() {
        return script;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public synchronized DebugState state() {
        return state;
    }

    @Override
    public synchronized DebugState await(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos();
                    state.kind() == Kind.RUNNING && left > 0;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state;
    }

    @Override
    public List<ScriptSource> sources() {
        return driven.program().sources();
    }

    @Override
    public List<ScriptFrame> stack() {
        return whileStanding(() -> driven.run().stack());
    }

    @Override
    public List<ScriptVariable> globals() {
        return whileStanding(() -> driven.run().globals());
    }

    @Override
    public ScriptVariable evaluate(int frame, String expression) {
        return whileStanding(() -> driven.run().evaluate(frame, expression));
    }

    @Override
    public void assign(int frame, String variable, String expression) {
        whileStanding(() -> {
            driven.run().assign(frame, variable, expression);
            return null;
        });
    }

    /** Does something with a run that stands, which counts as touching the session. */
    private synchronized <T> T whileStanding(Supplier<T> work) {
        requireStanding();
        state = new DebugState(state.kind(), Optional.of(idleUntil()), state.end(), state.text());
        return work.get();
    }

    private void requireStanding() {
        if (!state.kind().stands()) {
            String id = state.kind() == Kind.RUNNING ? "running" : "ended";
            throw Texts.problem("debug.running", id, this.id)
                    .advice(Texts.message(id + ".advice"))
                    .exception();
        }
    }

    @Override
    public synchronized List<String> watches() {
        return watches;
    }

    @Override
    public synchronized void watch(List<String> expressions) {
        watches = List.copyOf(expressions);
    }

    @Override
    public String written() {
        return written.take();
    }

    // ---------------------------------------------------------------- breakpoints

    @Override
    public List<PlacedBreakpoint> setBreakpoints(String source, List<Breakpoint> wanted) {
        return breakpoints.replace(source, wanted).stream().map(Placed::shown).toList();
    }

    @Override
    public List<PlacedBreakpoint> breakpoints() {
        return breakpoints.all().stream().map(Placed::shown).toList();
    }

    @Override
    public synchronized void stopsAtFailure(boolean wish) {
        stopsAtFailure = wish;
    }

    // ---------------------------------------------------------------- going on

    @Override
    public void go(Step step) {
        if (state().kind() == Kind.FAILED) {
            become(over(state().end().orElseThrow()));
            return;
        }
        goOn(() -> {
            List<ScriptFrame> stack = driven.run().stack();
            return Walk.step(step, stack.get(0).position(), stack.size() - 1);
        });
    }

    @Override
    public void runTo(String source, int line) {
        ScriptPosition position = stops.from(source, line)
                .orElseThrow(() ->
                        Texts.problem("debug.line", "line", line).where(source).exception());
        goOn(() -> Walk.to(position));
    }

    private void goOn(Supplier<Walk> next) {
        synchronized (this) {
            requireStanding();
            walk = next.get();
            state = new DebugState(Kind.RUNNING, Optional.empty(), Optional.empty(), "");
        }
        listener.changed(state());
        means.workers().execute(this::carryOn);
    }

    @Override
    public void pause() {
        if (state().kind() == Kind.RUNNING) {
            pauseAsked = true;
            driven.run().pause();
        }
    }

    @Override
    public void detach() {
        detached = true;
        means.gone().accept(this);
        if (state().kind().stands()) {
            go(Step.ON);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        means.gone().accept(this);
        if (state().kind().stands()) {
            go(Step.ON);
        }
    }

    /** Ends a session that nobody has touched for too long. */
    void expire() {
        if (state().until()
                .filter(moment -> !moment.isAfter(means.clock().instant()))
                .isPresent()) {
            stop();
        }
    }
}

package org.tickmark.api.script;

import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.record.RecordSource;

/** All that one run of a program is given. Immutable, if its parts are. */
public final class ScriptCall {
    private final Caller caller;
    private final Clock clock;
    private final ScriptOutput output;
    private final Map<String, String> parameters;
    private final Map<String, RecordSource> records;
    private final ScriptLimits limits;
    private final CancelToken cancel;
    private final ScriptEvent event;
    private final ScriptObserver observer;
    private final long seed;

    private ScriptCall(Builder builder) {
        this.caller = builder.caller;
        this.clock = builder.clock;
        this.output = builder.output;
        this.parameters = Collections.unmodifiableMap(new TreeMap<>(builder.parameters));
        this.records = Map.copyOf(builder.records);
        this.limits = builder.limits;
        this.cancel = builder.cancel;
        this.event = builder.event;
        this.observer = builder.observer;
        this.seed = builder.seed;
    }

    /**
     * Starts a call.
     *
     * @param caller in whose name the script runs
     * @param clock what time it is, and in which zone
     * @param output where it writes
     */
    public static Builder by(Caller caller, Clock clock, ScriptOutput output) {
        return new Builder(caller, clock, output);
    }

    /** In whose name it runs. */
    public Caller caller() {
        return caller;
    }

    /** What time it is, and in which zone. */
    public Clock clock() {
        return clock;
    }

    /** Where it writes. */
    public ScriptOutput output() {
        return output;
    }

    /** Its parameters by name, in order of names. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The records that it may search, by name. */
    public Map<String, RecordSource> records() {
        return records;
    }

    /** What it may use at most. */
    public ScriptLimits limits() {
        return limits;
    }

    /** Whether it should stop. */
    public CancelToken cancel() {
        return cancel;
    }

    /** The event it reacts to, if it is started by one. */
    public Optional<ScriptEvent> event() {
        return Optional.ofNullable(event);
    }

    /** Who watches it, if anyone does. */
    public Optional<ScriptObserver> observer() {
        return Optional.ofNullable(observer);
    }

    /** What its random numbers begin from. */
    public long seed() {
        return seed;
    }

    /** Collects the parts of a {@link ScriptCall}; one thread at a time. */
    public static final class Builder {
        private final Caller caller;
        private final Clock clock;
        private final ScriptOutput output;
        private Map<String, String> parameters = Map.of();
        private Map<String, RecordSource> records = Map.of();
        private ScriptLimits limits = ScriptLimits.USUAL;
        private CancelToken cancel = CancelToken.NEVER;
        private ScriptEvent event;
        private ScriptObserver observer;
        private long seed;

        private Builder(Caller caller, Clock clock, ScriptOutput output) {
            this.caller = Objects.requireNonNull(caller, "caller");
            this.clock = Objects.requireNonNull(clock, "clock");
            this.output = Objects.requireNonNull(output, "output");
            this.seed = clock.millis();
        }

        /** Its parameters; none without. */
        public Builder parameters(Map<String, String> values) {
            this.parameters = Objects.requireNonNull(values, "values");
            return this;
        }

        /** The records that it may search; none without. */
        public Builder records(Map<String, RecordSource> sources) {
            this.records = Objects.requireNonNull(sources, "sources");
            return this;
        }

        /** What it may use at most; the usual without. */
        public Builder limits(ScriptLimits most) {
            this.limits = Objects.requireNonNull(most, "most");
            return this;
        }

        /** Whether it should stop; never without. */
        public Builder cancel(CancelToken token) {
            this.cancel = Objects.requireNonNull(token, "token");
            return this;
        }

        /** The event it reacts to; none without. */
        public Builder event(ScriptEvent started) {
            this.event = Objects.requireNonNull(started, "started");
            return this;
        }

        /** Who watches it; nobody without, which is faster. */
        public Builder observer(ScriptObserver watcher) {
            this.observer = Objects.requireNonNull(watcher, "watcher");
            return this;
        }

        /** What its random numbers begin from; the clock without. */
        public Builder seed(long start) {
            this.seed = start;
            return this;
        }

        /** The call. */
        public ScriptCall build() {
            return new ScriptCall(this);
        }
    }
}

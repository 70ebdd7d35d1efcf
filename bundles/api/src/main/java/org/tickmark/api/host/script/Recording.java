package org.tickmark.api.host.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.script.ScriptSource;

/** A trace that is being read, forward and backward. Safe for use from many threads, one after the other. */
@ProviderType
public interface Recording {
    /** Which way to look. */
    enum Direction {
        /** To later moments. */
        FORWARD,
        /** To earlier moments. */
        BACKWARD
    }

    /** What it is a trace of. */
    List<ScriptSource> sources();

    /** Number of the first moment that it holds; later than 0 if there were more than it may hold. */
    long first();

    /** Number of the last moment: the end of the run. */
    long last();

    /** A moment between {@link #first} and {@link #last}; the nearest of these if it lies outside. */
    TraceMoment at(long step);

    /** The nearest moment before or after this one that is as looked for. */
    Optional<TraceMoment> find(long from, TraceSearch search, Direction direction);

    /** Passes all moments on, in order, each with what has changed only. */
    void forEach(Consumer<TraceMoment> reader);

    /**
     * Where another trace goes another way, or has other values: at most {@code most} differences of values, up to the first statement that differs.
     *
     * @param most how many differences to tell
     */
    List<Difference> compare(Recording other, int most);

    /**
     * A difference between two traces, at the same number of statements from their beginnings.
     *
     * @param mine how it is here
     * @param others how it is in the other
     */
    record Difference(TraceMoment mine, TraceMoment others) {}
}

package org.tickmark.api.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Progress;

/** One run of a task, as its executor sees it. Safe for use from many threads until the executor returns. */
@ProviderType
public interface TaskRun {
    /** Key of this run; every attempt is a run of its own. */
    long id();

    /** Name of the task. */
    String task();

    /**
     * What the run stands for, the same at every attempt and never used twice: what other systems can recognise repeated
     * work by, for instance as an idempotency key.
     */
    String occurrence();

    /**
     * Number of the right to work: of two runs of a task, the one that may still record its success has the higher one. Other
     * systems can refuse lower numbers than they have seen.
     */
    long fence();

    /** Which attempt this is, from 1. */
    int attempt();

    /** Why it runs. */
    Cause cause();

    /** The moment the run stands for; the one when it was asked for, where no schedule asked. */
    Instant nominal();

    /** A value for every parameter that is set or has a default, checked against its type. */
    Map<String, String> parameters();

    /**
     * The secret that a parameter of the type {@link TaskParameter.Type#SECRET} names; the executor clears the array after use.
     *
     * @return empty if the parameter is empty
     * @throws IllegalArgumentException if the executor has no such parameter of that type
     * @throws org.tickmark.api.TickmarkException with code {@code task.secret-unknown} if no secret of that name is kept
     */
    Optional<char[]> secret(String parameter);

    /**
     * The data that the runs before it in the chain, or the run it is a part of, passed on; empty for others. Where several
     * passed on the same name, the one that ended last holds.
     */
    Map<String, String> input();

    /** In whose name it runs: the owner of the task, with the rights he has now. */
    Caller caller();

    /** The log of the run. */
    RunLog log();

    /** Where it tells how far it is. */
    Progress progress();

    /** Tells when it should stop: by wish, at its lock's end, or because the node may no longer hold it. */
    CancelToken cancel();
}

package org.tickmark.scheduler.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a node works.
 *
 * @param name what people call it
 * @param version version of the bundle
 * @param labels its labels
 * @param workers how many runs at the same time, from 1
 * @param sharing whether other nodes share the database
 * @param lease how long others let it be after it was heard of
 * @param renewal how often it is heard of
 * @param patience how long a run is let to stop by itself, before its thread is interrupted, and once more before it is given up
 */
public record NodeOptions(
        String name,
        String version,
        List<String> labels,
        int workers,
        Sharing sharing,
        Duration lease,
        Duration renewal,
        Duration patience) {
    /** Whether other nodes share the database. */
    public enum Sharing {
        /** None: the database is open in this process only. */
        ALONE,
        /** There may be any number. */
        SHARED
    }

    public NodeOptions {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        labels = List.copyOf(labels);
        Objects.requireNonNull(sharing, "sharing");
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(renewal, "renewal");
        Objects.requireNonNull(patience, "patience");
        if (workers < 1) {
            throw new IllegalArgumentException(workers + " workers: expected at least 1");
        }
    }
}

package org.tickmark.benchmarks.matching.workload;

import java.util.Map;
import java.util.function.Consumer;

/** Groups of rows. Each call gives the same ones in the same order. */
public interface Workload {
    /** What it is called, for tables. */
    String name();

    /** What it was made from, for the record. */
    Map<String, Object> settings();

    /** Gives the groups, one after the other, without keeping them. */
    void forEach(Consumer<Group> sink);
}

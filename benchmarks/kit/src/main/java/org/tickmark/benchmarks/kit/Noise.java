package org.tickmark.benchmarks.kit;

/** What becomes of a machine that has other things to do. */
public enum Noise {
    /** Nothing is measured on it. */
    REFUSED,
    /** The tables say so. */
    TOLD
}

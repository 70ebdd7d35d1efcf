package org.tickmark.benchmarks.workbench;

/**
 * How much is stored while pages are asked for.
 *
 * @param tasks tasks that are on
 * @param entries entries in the books
 * @param pairs of these, how many pairs belong together
 * @param lines lines in the log of one run, of {@value #LINE_LENGTH} characters
 */
record Extent(int tasks, int entries, int pairs, int lines) {
    static final int LINE_LENGTH = 500;

    static final Extent FULL = new Extent(10_000, 1_000_000, 100_000, 1_000_000);
    static final Extent QUICK = new Extent(1_000, 100_000, 10_000, 100_000);
}

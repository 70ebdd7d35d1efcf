package org.tickmark.api.importer;

/**
 * What a file may hold at most. The host counts bytes and entries itself; an importer keeps to the others.
 *
 * @param bytes size of the file, unpacked
 * @param entries entries of all statements together
 * @param line length of one line or one text, in characters
 * @param depth nesting of elements
 */
public record Limits(long bytes, long entries, int line, int depth) {
    /** 2 GiB, 10 million entries, a million characters a line, 64 levels. */
    public static final Limits USUAL = new Limits(2L << 30, 10_000_000, 1_000_000, 64);
}

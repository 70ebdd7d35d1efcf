package org.tickmark.importers.pipeline;

/** Is told how far the reading of a file is, now and then. */
@FunctionalInterface
interface ReadWatch {
    /** For readings that nobody follows. */
    ReadWatch NONE = (rows, bytes) -> {};

    /**
     * Takes how far it is.
     *
     * @param rows how many were read
     * @param bytes how many were read; of a packed file unpacked ones
     */
    void read(long rows, long bytes);
}

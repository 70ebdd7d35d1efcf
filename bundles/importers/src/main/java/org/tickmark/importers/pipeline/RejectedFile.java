package org.tickmark.importers.pipeline;

/** Ends the way of a file that was read to its end, but has errors. */
final class RejectedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ReadFile file;

    RejectedFile(ReadFile file) {
        super(null, null, false, false);
        this.file = file;
    }

    ReadFile file() {
        return file;
    }
}

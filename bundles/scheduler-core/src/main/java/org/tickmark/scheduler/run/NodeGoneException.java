package org.tickmark.scheduler.run;

/** A node has lost its lease, and may take nothing any more. */
public final class NodeGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeGoneException(long node) {
        super("Node " + node + " has lost its lease: another one looks after its runs");
    }
}

package org.tickmark.web.http;

/** A request that is refused by its form, with the status of the answer; what was asked stays unread. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public Refusal(int status) {
        this(status, null);
    }

    /** A refusal with the exception that led to it; {@code cause} may be null. */
    public Refusal(int status, Throwable cause) {
        super("HTTP " + status, cause);
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }
}

package org.tickmark.script.crmscript.value;

/** Ends a run at once; no script can catch it. */
public final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why a run ends. */
    public enum Why {
        /** The script said so. */
        EXIT,
        /** The host said so. */
        CANCELLED,
        STEPS,
        TIME,
        MEMORY,
        OUTPUT,
        DEPTH
    }

    private final Why why;
    private final String text;

    private Stop(Why why, String text) {
        super(null, null, false, false);
        this.why = why;
        this.text = text;
    }

    /** A limit was reached. */
    public static Stop limit(Why why, String limit) {
        return new Stop(why, limit);
    }

    public static Stop cancelled() {
        return new Stop(Why.CANCELLED, "");
    }

    public static Stop exit(String message) {
        return new Stop(Why.EXIT, message);
    }

    public Why why() {
        return why;
    }

    /** The message, or the limit that was reached. */
    public String text() {
        return text;
    }
}

package org.tickmark.recurrence.form;

/** A stored number that means nothing where it stands. The message names it and the number it was combined with. */
public final class StoredNumberException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int found;

    StoredNumberException(String name, int found, String combinedName, int combined, String expected) {
        this(name, found, " with " + combinedName + " " + combined + ": expected " + expected);
    }

    private StoredNumberException(String name, int found, String rest) {
        super(name + " " + found + rest);
        this.name = name;
        this.found = found;
    }

    static StoredNumberException alone(String name, int found, String expected) {
        return new StoredNumberException(name, found, ": expected " + expected);
    }

    /** What the number is, for example {@code sub-pattern}. */
    public String name() {
        return name;
    }

    /** The number that was found. */
    public int found() {
        return found;
    }
}

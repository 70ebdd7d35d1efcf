package org.tickmark.recurrence;

/**
 * A text that is not a rule, a moment or a set of them. It is the only exception that reading such a text throws.
 *
 * <p>The message tells the place, what stands there and what was expected.
 */
public final class RuleSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    private final String text;
    private final int position;
    private final String reason;

    /**
     * @param text the whole text that was read
     * @param position where the trouble is: the index of the character in {@code text}, from 0 to its length
     * @param reason what was found there and what was expected, without the place
     */
    public RuleSyntaxException(String text, int position, String reason) {
        super(message(text, position, reason));
        this.text = text;
        this.position = position;
        this.reason = reason;
    }

    /** The whole text that was read. */
    public String text() {
        return text;
    }

    /** The index in {@link #text()} of the character where the trouble is, from 0 to its length. */
    public int position() {
        return position;
    }

    /** What was found there and what was expected, without the place. */
    public String reason() {
        return reason;
    }

    private static String message(String text, int position, String reason) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return "At character " + (position + 1) + " of \"" + shown + "\": " + reason;
    }
}

package org.tickmark.script.crmscript.value;

import java.util.Locale;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptPosition;

/** An exception that a script may catch. */
public final class Fault extends RuntimeException {
    /** What {@code throw} throws. */
    public static final String GENERAL = "GeneralException";
    /** A test of the script's that does not hold. */
    public static final String ASSERT = "AssertException";
    /** A number that does not fit, or a division by zero. */
    public static final String MATH = "MathException";
    /** An index outside an array, or an element of an empty one. */
    public static final String INDEX = "IndexException";
    /** A text that cannot be read as what it should be. */
    public static final String CONVERSION = "ConversionException";
    /** Something the script may not or cannot reach. */
    public static final String ACCESS = "AccessException";

    private static final long serialVersionUID = 1;

    private final String kind;
    private final transient Message text;
    private transient ScriptPosition at;

    public Fault(String kind, Message text) {
        super(null, null, false, false);
        this.kind = kind;
        this.text = text;
    }

    /** What a script throws. */
    public static Fault thrown(String text) {
        return new Fault(GENERAL, Message.verbatim(text));
    }

    /** What kind of exception it is. */
    public String kind() {
        return kind;
    }

    /** What happened, for people. */
    public Message text() {
        return text;
    }

    /** Where it happened; null before it is known. */
    public ScriptPosition at() {
        return at;
    }

    /** Says where it happened, unless that was said before. */
    public void at(ScriptPosition position) {
        if (at == null) {
            at = position;
        }
    }

    /** What the script reads in {@code error}; the same in every language. */
    public String error() {
        return kind + ": " + text.text(Locale.ENGLISH);
    }

    @Override
    public String getMessage() {
        return error();
    }
}

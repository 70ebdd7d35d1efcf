package org.tickmark.script.crmscript.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.script.crmscript.value.Simple;

/** Reads numbers as the dialect does: as far as the text is one; a text that does not begin with a number is 0. */
final class Numbers {
    /** Longer than any number that fits. */
    private static final int LONGEST = 400;

    private static final Pattern WHOLE = Pattern.compile("\\s*+([+-]?+\\d++)");
    private static final Pattern REAL = Pattern.compile("\\s*+([+-]?+\\d++(?:\\.\\d++)?+(?:[eE][+-]?+\\d++)?+)");

    private Numbers() {}

    private static String head(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static boolean begins(String text) {
        return WHOLE.matcher(head(text)).lookingAt();
    }

    static Long whole(String text, Simple type) {
        Matcher matcher = WHOLE.matcher(head(text));
        if (!matcher.lookingAt()) {
            return 0L;
        }
        try {
            return Lib.checked(Long.parseLong(matcher.group(1)), type);
        } catch (NumberFormatException e) {
            throw Lib.unreadable(text, type.word());
        }
    }

    static Double real(String text) {
        Matcher matcher = REAL.matcher(head(text));
        if (!matcher.lookingAt()) {
            return 0.0;
        }
        double real = Double.parseDouble(matcher.group(1));
        if (Double.isInfinite(real)) {
            throw Lib.unreadable(text, Simple.FLOAT.word());
        }
        return real;
    }
}

package org.tickmark.script.crmscript.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.script.crmscript.value.Simple;

/** Reads numbers as the dialect does: as far as the text is one; a text that does not begin with a number is 0. */
final class Numbers {
    /** Longer than any number that fits. */
    private static final int LONGEST = 400;
    /** Digits that always fit a Long. */
    private static final int SHORT = 18;

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
        return isShortNumber(text) ? Lib.checked(Long.parseLong(text), type) : wholePart(text, type);
    }

    /** Whether it is nothing but a few digits, perhaps with a minus: most texts that are read as numbers are. */
    private static boolean isShortNumber(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        if (text.length() <= start || text.length() > SHORT) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Long wholePart(String text, Simple type) {
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

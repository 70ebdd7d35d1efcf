package org.tickmark.kit.yaml;

import java.util.Locale;
import java.util.Set;

/** How a text must be written so that every YAML reader, of version 1.1 or 1.2, reads the same text. */
final class Scalars {
    /** Words that one YAML version or the other reads as something else than text. */
    private static final Set<String> RESERVED =
            Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "+.inf", "-.inf", ".nan");

    /** A text of nothing but these may be a number, a date or a time. */
    private static final String NUMERIC = "0123456789abcdefxABCDEFXoO_.:+-, TtZz";

    private Scalars() {}

    /** The text on one line: plain where that is safe, else in double quotes. */
    static String inLine(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || !canBegin(text.charAt(0)) || text.endsWith(" ") || text.endsWith(":")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPlainAt(text, i)) {
                return false;
            }
        }
        return !isReserved(text) && !looksNumeric(text);
    }

    /** Letters, digits and what is no sign of YAML's; the rest is quoted. */
    private static boolean canBegin(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '/' || c == '.' || c == '(' || c == '+' || c == '$';
    }

    private static boolean isPlainAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '#') {
            return i > 0 && text.charAt(i - 1) != ' ';
        }
        if (c == ':') {
            return i + 1 < text.length() && text.charAt(i + 1) != ' ';
        }
        return isLetterOrDigit(c) || (c >= ' ' && c <= '~');
    }

    /** Letters outside the basic plane are surrogates here and are quoted. */
    private static boolean isLetterOrDigit(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isReserved(String text) {
        return RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean looksNumeric(String text) {
        char first = text.charAt(0);
        boolean begins = (first >= '0' && first <= '9') || first == '.' || first == '+';
        return begins && text.chars().allMatch(c -> NUMERIC.indexOf(c) >= 0);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether a text of several lines can stand as a literal block and be read back exactly. */
    static boolean fitsBlock(String text) {
        if (text.indexOf('\n') < 0 || text.endsWith("\n\n") || text.startsWith("\n")) {
            return false;
        }
        char first = text.charAt(0);
        return first != ' '
                && first != '\t'
                && text.chars().allMatch(c -> c == '\n' || c == '\t' || isPrintable((char) c));
    }

    /** Printable in YAML 1.1 and 1.2 and no kind of line end; pairs of surrogates are left to their escapes. */
    private static boolean isPrintable(char c) {
        return (c >= ' ' && c <= '~')
                || (c >= '\u00a0' && c != '\u2028' && c != '\u2029' && c < '\ud800')
                || (c >= '\ue000' && c <= '\ufffd' && c != '\ufeff');
    }
}

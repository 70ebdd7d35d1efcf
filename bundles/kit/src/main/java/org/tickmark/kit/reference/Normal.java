package org.tickmark.kit.reference;

import java.text.Normalizer;
import java.util.Locale;

/** Forms of a text in which texts compare. Both are idempotent. */
public final class Normal {
    private Normal() {}

    /**
     * Compatibility composition (Unicode NFKC), case folded by the root locale, format characters removed, white space
     * collapsed to single blanks and removed at the ends.
     */
    public static String text(String raw) {
        if (isSimple(raw)) {
            return collapse(raw.toLowerCase(Locale.ROOT));
        }
        // Upper case between joins what lower case keeps apart, such as ß and ss, or the two small sigmas.
        String lower = nfkc(raw).toLowerCase(Locale.ROOT);
        String folded = nfkc(lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        return collapse(withoutFormatCharacters(folded));
    }

    /** As {@link #text}, and letters without their marks: å ä as a, ö ø as o, æ as ae, é as e. Other scripts stay. */
    public static String ascii(String raw) {
        String text = text(raw);
        if (isAscii(text)) {
            return text;
        }
        String decomposed = isSimple(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                appendFolded(folded, c);
            }
        }
        return collapse(folded.toString());
    }

    /** Letters of Western Europe, and others that do not decompose. */
    private static void appendFolded(StringBuilder folded, char c) {
        if (c < 0x80) {
            folded.append(c);
            return;
        }
        switch (c) {
            case 'à', 'á', 'â', 'ã', 'ä', 'å' -> folded.append('a');
            case 'æ' -> folded.append("ae");
            case 'ç' -> folded.append('c');
            case 'è', 'é', 'ê', 'ë' -> folded.append('e');
            case 'ì', 'í', 'î', 'ï', 'ı' -> folded.append('i');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'ñ' -> folded.append('n');
            case 'ò', 'ó', 'ô', 'õ', 'ö', 'ø' -> folded.append('o');
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case 'ù', 'ú', 'û', 'ü' -> folded.append('u');
            case 'ý', 'ÿ' -> folded.append('y');
            default -> folded.append(c);
        }
    }

    /**
     * Whether a text has only ASCII and the letters of Latin-1 without ß. Lower case is all that NFKC and case folding do to these, and most
     * bank texts are such.
     */
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f && (c < 'À' || c > 'ÿ' || c == 'ß')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String withoutFormatCharacters(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            boolean format = Character.getType(text.charAt(i)) == Character.FORMAT;
            if (format && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!format && kept != null) {
                kept.append(text.charAt(i));
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** Returns the text itself when there is nothing to collapse, which is the usual case. */
    private static String collapse(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (!blank) {
                collapsed.append(c);
            } else if (!blankBefore) {
                collapsed.append(' ');
            }
            blankBefore = blank;
        }
        int length = collapsed.length();
        if (length > 0 && collapsed.charAt(length - 1) == ' ') {
            collapsed.setLength(length - 1);
        }
        return collapsed.toString();
    }

    private static boolean isCollapsed(String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (blank && (blankBefore || c != ' ')) {
                return false;
            }
            blankBefore = blank;
        }
        return text.isEmpty() || !blankBefore;
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || (c > 0x7e && (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)));
    }
}

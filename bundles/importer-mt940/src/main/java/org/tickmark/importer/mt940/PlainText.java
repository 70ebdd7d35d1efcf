package org.tickmark.importer.mt940;

import java.util.List;
import org.tickmark.api.importer.Reference;

/**
 * Text in plain lines, as Nordic, Swiss and older Dutch banks have it. Each line is kept as it is; where words such as {@code IBAN:} stand in it, what follows
 * them is taken too.
 */
final class PlainText {
    private static final List<String> ACCOUNTS = List.of("IBAN:", "REK:", "Z RACH.:", "NA RACH.:");
    private static final List<String> NAMES = List.of("NAAM:", "OD:", "DLA:");

    private PlainText() {}

    /** Takes the facts out of a text. */
    static void take(String text, Facts facts) {
        if (text.indexOf(':') >= 0) {
            ACCOUNTS.forEach(label -> facts.account(wordAfter(text, label)));
            NAMES.forEach(label -> facts.name(partAfter(text, label)));
            facts.bic(wordAfter(text, "BIC:"));
            facts.reference(Reference.Type.CREDITOR, wordAfter(text, "BETALINGSKENM.:"));
            facts.reference(Reference.Type.END_TO_END, partAfter(text, "KENMERK:"));
        }
        if (!facts.hasAccount()) {
            takeFirstWords(text, facts);
        }
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            facts.text(text.substring(from, to));
            from = to + 1;
        }
    }

    /** A text that begins with an IBAN names the other side's account, and its bank if a BIC follows. */
    private static void takeFirstWords(String text, Facts facts) {
        int first = wordEnd(text, 0);
        if (Facts.isIban(text, first)) {
            facts.account(text.substring(0, first));
            int second = wordEnd(text, Math.min(first + 1, text.length()));
            facts.bic(text.substring(Math.min(first + 1, second), second));
        }
    }

    /** The word after a label; empty when there is none. */
    private static String wordAfter(String text, String label) {
        int from = valueStart(text, label);
        return from < 0 ? "" : text.substring(from, wordEnd(text, from));
    }

    /** What follows a label up to a line's end, a semicolon or two blanks; empty when there is none. */
    private static String partAfter(String text, String label) {
        int from = valueStart(text, label);
        if (from < 0) {
            return "";
        }
        int to = from;
        while (to < text.length() && !isPartEnd(text, to)) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Where the value of a label begins; -1 when the text does not hold the label as a word of its own. */
    private static int valueStart(String text, String label) {
        int at = text.indexOf(label);
        while (at > 0 && !isBlank(text.charAt(at - 1)) && text.charAt(at - 1) != '/') {
            at = text.indexOf(label, at + 1);
        }
        if (at < 0) {
            return -1;
        }
        int from = at + label.length();
        while (from < text.length() && isBlank(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static int wordEnd(String text, int from) {
        int to = from;
        while (to < text.length() && !isBlank(text.charAt(to)) && text.charAt(to) != ';' && text.charAt(to) != '/') {
            to++;
        }
        return to;
    }

    private static boolean isPartEnd(String text, int at) {
        char letter = text.charAt(at);
        boolean twoBlanks = letter == ' ' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
        return letter == '\n' || letter == ';' || twoBlanks;
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n';
    }
}

package org.tickmark.importer.mt940;

import org.tickmark.api.importer.ImportedEntry;

/**
 * The text of an entry: the lines of its field :86:, and those that stand under its field :61:. Finds out by the text alone which dialect it is in.
 */
final class Information {
    /** So many characters a full line has; a break behind one is the form's and no blank. */
    private static final int FULL_LINE = 65;

    private static final int SHORTEST_NUMBER = 9;
    private static final int LONGEST_NUMBER = 10;

    private Information() {}

    /**
     * Puts what the texts tell into an entry.
     *
     * @param supplement the lines under the field :61:
     * @param details the lines of the field :86:
     * @param ownAccount the account of the statement
     */
    static void fill(
            ImportedEntry.Builder entry, EntryLine line, String supplement, String details, String ownAccount) {
        Facts facts = new Facts(entry, ownAccount);
        boolean coded = CodedFields.isIn(details);
        boolean codedSupplement = CodedFields.isIn(supplement);
        if (codedSupplement) {
            CodedFields.take(joined(supplement), facts);
        }
        int separator = NumberedFields.separator(details);
        if (separator >= 0) {
            NumberedFields.take(details.replace("\n", ""), separator, facts);
        } else if (coded) {
            CodedFields.take(joined(details), facts);
        } else {
            PlainText.take(details, facts);
        }
        if (!codedSupplement && !supplement.isEmpty()) {
            takeSupplement(supplement, coded, facts);
        }
        facts.finish(line);
    }

    /** Without codes it may be the other side's account, as Dutch banks have it; anything else is text. */
    private static void takeSupplement(String supplement, boolean coded, Facts facts) {
        String word = supplement.strip();
        if (!facts.hasAccount() && (Facts.isIban(word) || (coded && isNumber(word)))) {
            facts.account(word);
        } else {
            supplement.lines().forEach(facts::text);
        }
    }

    /** A Dutch account number of before the IBAN, also with the P of the former Postbank. */
    private static boolean isNumber(String word) {
        if (word.length() < SHORTEST_NUMBER || word.length() > LONGEST_NUMBER) {
            return false;
        }
        for (int i = word.charAt(0) == 'P' ? 1 : 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The lines of a text with codes as one: a blank where a line ends early, none where it is full or a code follows. */
    private static String joined(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        int from = 0;
        while (feed >= 0) {
            joined.append(text, from, feed);
            boolean full = feed - from >= FULL_LINE;
            if (!full && !isBreak(text, feed - 1) && !isBreak(text, feed + 1) && text.charAt(feed + 1) != '/') {
                joined.append(' ');
            }
            from = feed + 1;
            feed = text.indexOf('\n', from);
        }
        return joined.append(text, from, text.length()).toString();
    }

    private static boolean isBreak(String text, int index) {
        return index < 0 || index >= text.length() || text.charAt(index) == ' ' || text.charAt(index) == '\n';
    }
}

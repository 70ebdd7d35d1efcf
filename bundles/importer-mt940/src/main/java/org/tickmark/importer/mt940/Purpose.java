package org.tickmark.importer.mt940;

import org.tickmark.api.importer.Reference;

/**
 * The purpose of a payment, in chunks of 27 or 35 characters: a full chunk goes on in the next one, a shorter one ends a line. Words such as
 * {@code EREF+} begin what SEPA payments tell (Deutsche Kreditwirtschaft, DFÜ-Abkommen, annex 3, chapter 8.2.6).
 */
final class Purpose {
    private static final WordSet WORDS = WordSet.of(
            "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "PURP", "BREF", "RREF",
            "SQTP", "MDAT", "DDAT", "ANAM", "IBAN", "BIC");

    private static final int LONGEST_WORD = 4;

    private static final int SHORTEST_WORD = 3;

    private final Facts facts;
    private String line = "";
    private String last = "";
    private String bank = "";
    private int linesTold;

    Purpose(Facts facts) {
        this.facts = facts;
    }

    /** Adds a chunk. */
    void add(String chunk) {
        if (!isFull(last)) {
            endLine();
        }
        line = line.isEmpty() ? chunk : line + chunk;
        last = chunk;
    }

    /** Ends the purpose. */
    void finish() {
        endLine();
        facts.text(bank);
    }

    /** A name in two chunks. */
    static String joined(String first, String second) {
        if (first.isEmpty()) {
            return second;
        }
        return isFull(first) ? first + second : first + " " + second;
    }

    private static boolean isFull(String chunk) {
        return chunk.length() == 27 || chunk.length() == 35 || chunk.length() == 65;
    }

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        String text = line;
        line = "";
        linesTold++;
        int plus = nextWord(text, 0);
        if (plus < 0) {
            tellPlain(text);
            return;
        }
        int from = plus - wordLength(text, plus);
        facts.text(text.substring(0, from));
        while (plus >= 0) {
            int next = nextWord(text, plus + 1);
            int end = next < 0 ? text.length() : next - wordLength(text, next);
            tell(text.substring(plus - wordLength(text, plus), plus), text.substring(plus + 1, end));
            plus = next;
        }
    }

    /** Some banks have no fields for the other side and give its bank and account as the first two lines. */
    private void tellPlain(String text) {
        String word = text.strip();
        if (linesTold == 1 && Facts.isBic(word)) {
            bank = word;
        } else if (linesTold <= 2 && Facts.isIban(word)) {
            facts.account(word);
            facts.bic(bank);
            bank = "";
        } else {
            facts.text(bank);
            bank = "";
            facts.text(text);
        }
    }

    private void tell(String word, String value) {
        switch (word) {
            case "EREF" -> facts.reference(Reference.Type.END_TO_END, value);
            case "KREF" -> facts.reference(Reference.Type.CUSTOMER, value);
            case "BREF", "RREF" -> facts.reference(Reference.Type.BANK, value);
            case "IBAN" -> facts.account(value);
            case "BIC" -> facts.bic(value);
            case "ANAM" -> facts.name(value);
            case "SVWZ" -> facts.text(value);
            case "MREF", "CRED", "DEBT", "ABWA", "ABWE" -> facts.text(word + "+" + value.strip());
            default -> {
                // codes, dates and amounts without a currency: told by other fields, or of no use
            }
        }
    }

    /** Where the next plus sign behind a word is; -1 when there is none. */
    private static int nextWord(String text, int from) {
        int plus = text.indexOf('+', from);
        while (plus >= 0 && wordLength(text, plus) == 0) {
            plus = text.indexOf('+', plus + 1);
        }
        return plus;
    }

    /** How long the word before a plus sign is; 0 when it is none. */
    private static int wordLength(String text, int plus) {
        for (int length = LONGEST_WORD; length >= SHORTEST_WORD; length--) {
            if (plus >= length && WORDS.contains(text, plus - length, plus)) {
                return length;
            }
        }
        return 0;
    }
}

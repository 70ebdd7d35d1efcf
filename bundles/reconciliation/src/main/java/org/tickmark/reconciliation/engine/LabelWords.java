package org.tickmark.reconciliation.engine;

import java.util.HashMap;
import java.util.Map;

/** Words that say what the number beside them is. Kept folded; read from {@code label-words.txt} beside this class. Immutable. */
final class LabelWords {
    /** Before the number of an invoice. */
    static final String INVOICE = "invoice";
    /** Before the number of a credit note. */
    static final String CREDIT = "credit";
    /** Before a payment reference. */
    static final String REFERENCE = "reference";
    /** Between one of these and its number. */
    static final String NUMBER = "number";
    /** Between two numbers of one kind. */
    static final String AND = "and";

    static final String YEAR = "year";
    static final String MONTH = "month";

    private static final LabelWords SHARED = new LabelWords();

    private final Map<String, String> kinds = new HashMap<>();

    private LabelWords() {
        for (String line : Vocabulary.lines("label-words.txt")) {
            int colon = line.indexOf(':');
            for (String word : Vocabulary.words(line.substring(colon + 1))) {
                kinds.put(word, line.substring(0, colon));
            }
        }
    }

    /** The words that come with the engine. */
    static LabelWords shared() {
        return SHARED;
    }

    /** What a folded word says; empty if nothing. Months are {@code month-1} to {@code month-12}. */
    String kind(String word) {
        return kinds.getOrDefault(word, "");
    }

    /** Whether a word of this kind stands before numbers that single out a document. */
    static boolean namesDocument(String kind) {
        return kind.equals(INVOICE) || kind.equals(CREDIT) || kind.equals(REFERENCE);
    }
}

package org.tickmark.recurrence.words;

import java.util.List;
import org.tickmark.recurrence.form.RuleForm;

/** What came of reading a sentence. */
public sealed interface Reading {
    /** The rule that the sentence says. */
    record Understood(RuleForm form) implements Reading {}

    /**
     * That the sentence was not understood.
     *
     * @param text what was read
     * @param position the index in the text of the word that was not understood, from 0 to its length
     * @param word the word or words; empty where the text ends too early
     * @param message the same for people, in the language of the reader, with the suggestions
     * @param suggestions the nearest phrases that are understood, in the language of the reader, the nearest first
     */
    record NotUnderstood(String text, int position, String word, String message, List<String> suggestions)
            implements Reading {
        public NotUnderstood {
            suggestions = List.copyOf(suggestions);
        }
    }
}

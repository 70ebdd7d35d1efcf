package org.tickmark.recurrence.words;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.recurrence.form.RuleForm;

/**
 * Writes and reads rules as sentences of one language.
 *
 * <p>What {@link #write} wrote, {@link #read} reads as the same rule: a rule of RFC 5545 as itself; another form as the rule of RFC
 * 5545 that says the same, where there is one, else as itself (a cron expression in its shortest spelling).
 *
 * <pre>{@code
 * Words english = Words.in(Language.ENGLISH);
 * english.write(Rules.parse("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")); // every other Tuesday
 * english.read("last workday of the month at 9"); // understood
 * }</pre>
 */
public final class Words {
    private static final Map<Language, Words> WORDS = load();

    private final Language language;
    private final Dialect dialect;
    private final Hints hints;

    private Words(Language language) {
        this.language = language;
        this.dialect = Dialect.of(language);
        this.hints = new Hints(dialect);
    }

    private static Map<Language, Words> load() {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, new Words(language));
        }
        return words;
    }

    /** The words of a language. */
    public static Words in(Language language) {
        return WORDS.get(Objects.requireNonNull(language, "language"));
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** A rule as a sentence that says exactly it, such as {@code monthly on the second Monday at 09:00}. */
    public String write(RuleForm form) {
        return SentenceWriter.write(dialect, PartsOfForm.of(form));
    }

    /**
     * Reads a sentence of the language: what {@link #write} writes and what people type, with or without capitals and marks.
     *
     * @return what was understood, or the word that was not; never an exception
     */
    public Reading read(String text) {
        return new Sentence(hints, text).read();
    }

    /** The sentence as a label: with a capital, such as {@code Weekly on Wednesday until January 29, 2025}. */
    public String label(RuleForm form) {
        return Labels.capital(write(form));
    }

    /** The short label of a series that ends, such as {@code Monthly (23.09.2016 - 23.09.2017)}. */
    public String shortLabel(RuleForm form, LocalDate first, LocalDate last) {
        return new Labels(dialect).range(form, first, last);
    }

    /** The short label of a series without end, such as {@code Monthly (from 23.09.2016)}. */
    public String shortLabel(RuleForm form, LocalDate first) {
        return new Labels(dialect).open(form, first);
    }

    /** What to show for something that does not repeat: {@code Do not repeat}. */
    public String labelOfNone() {
        return dialect.lexicon().first("label.NONE");
    }

    /**
     * What to offer for something that starts on a date: daily, weekly on its weekday, monthly on its weekday of the month (the last
     * one from the 29th on), annually on its date, and a rule of one's own.
     */
    public List<Suggestion> suggestions(LocalDate start) {
        return new Labels(dialect).suggestions(start);
    }
}

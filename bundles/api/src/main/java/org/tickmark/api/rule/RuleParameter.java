package org.tickmark.api.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A parameter of a kind of rule. All values are given and kept as text.
 *
 * @param name lower-case words joined by hyphens; not {@code name}, {@code kind} or {@code state}
 * @param type what its values are
 * @param words the words allowed, for {@link Type#WORD}; else empty
 * @param lowest the lowest value, for numbers and amounts; else 0
 * @param highest the highest value, for numbers and amounts; for a text how many characters it may have; else 0
 * @param standard what holds when a rule does not set it
 * @param help what it does
 */
public record RuleParameter(
        String name, Type type, List<String> words, int lowest, int highest, String standard, Message help) {
    private static final List<String> TAKEN = List.of("name", "kind", "state");

    /** What the values of a parameter are. */
    public enum Type {
        /** A whole number. */
        NUMBER("-?\\d{1,9}"),
        /** An exact decimal with a point and at most four decimals, in units of the currency. */
        AMOUNT("-?\\d{1,9}(\\.\\d{1,4})?"),
        /** One of a few words. */
        WORD(""),
        /** A text in one line. */
        TEXT("");

        private final String form;

        Type(String form) {
            this.form = form;
        }

        private boolean isNumeric() {
            return !form.isEmpty();
        }
    }

    public RuleParameter {
        Objects.requireNonNull(type, "type");
        words = List.copyOf(words);
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(help, "help");
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || TAKEN.contains(name)) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "': expected lower-case words joined by hyphens, and none of " + TAKEN);
        }
        if ((type == Type.WORD) == words.isEmpty()) {
            throw new IllegalArgumentException("Parameter '" + name + "': words go with WORD, and only with it");
        }
    }

    /** A whole number between two bounds, both allowed. */
    public static RuleParameter number(String name, int standard, int lowest, int highest, Message help) {
        return new RuleParameter(name, Type.NUMBER, List.of(), lowest, highest, Integer.toString(standard), help);
    }

    /** An amount between two bounds, both allowed. */
    public static RuleParameter amount(String name, int standard, int lowest, int highest, Message help) {
        return new RuleParameter(name, Type.AMOUNT, List.of(), lowest, highest, Integer.toString(standard), help);
    }

    /** One of several words. */
    public static RuleParameter word(String name, String standard, List<String> words, Message help) {
        return new RuleParameter(name, Type.WORD, words, 0, 0, standard, help);
    }

    /** A text of at most so many characters. */
    public static RuleParameter text(String name, String standard, int longest, Message help) {
        return new RuleParameter(name, Type.TEXT, List.of(), 0, longest, standard, help);
    }

    /** Whether it may have this value. */
    public boolean allows(String value) {
        if (type.isNumeric()) {
            return value.matches(type.form) && isInBounds(new BigDecimal(value));
        }
        return type == Type.WORD
                ? words.contains(value)
                : value.length() <= highest && value.lines().count() <= 1;
    }

    private boolean isInBounds(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(lowest)) >= 0 && number.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }

    /** What it allows, for an error: bounds, words, or the length of a text. */
    public String allowed() {
        if (type.isNumeric()) {
            return lowest + ".." + highest;
        }
        return type == Type.WORD ? String.join(", ", words) : "0.." + highest + " characters";
    }
}

package org.tickmark.script.condition;

import java.util.Map;

/**
 * Whether something holds of values by name. A value that is not there is an empty text. Immutable.
 *
 * <p>As text: comparisons joined by {@code and} and {@code or}, of which {@code and} binds closer, with parentheses and {@code not}. A comparison is a name,
 * an operator ({@code =}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code contains}, {@code begins}, {@code ends}) and a value, which stands
 * in quotes if it is not one word. Two decimal numbers are compared as numbers, everything else as texts, in which case counts. {@code always}, or nothing,
 * always holds.
 */
@FunctionalInterface
public interface Condition {
    /** What always holds. */
    Condition ALWAYS = values -> true;

    /** Whether it holds of these values. */
    boolean holds(Map<String, String> values);

    /**
     * Reads a condition.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code script.condition} if it cannot be read; it tells the column
     */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }
}

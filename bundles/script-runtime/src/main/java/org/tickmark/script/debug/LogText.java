package org.tickmark.script.debug;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a log point, with expressions in braces. */
final class LogText {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}]+)}");

    private LogText() {}

    /**
     * The text with values in place of expressions.
     *
     * @param value the value of an expression, as text
     */
    static String filled(String text, UnaryOperator<String> value) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value.apply(found.group(1).strip())));
    }
}

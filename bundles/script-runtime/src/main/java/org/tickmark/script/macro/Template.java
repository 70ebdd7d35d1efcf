package org.tickmark.script.macro;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with values in it: <code>${name}</code> stands for the value of that name, and <code>$${</code> for <code>${</code> itself.
 *
 * @param text as it was written
 */
record Template(String text) {
    private static final Pattern VALUE = Pattern.compile("\\$\\$\\{|\\$\\{([^{}$]*)\\}");

    /** Whether it is the same whatever the values are. */
    boolean isConstant() {
        return !text.contains("${");
    }

    /**
     * The text with the values in it.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code macro.value} if there is no value of a name
     */
    String filled(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = VALUE.matcher(text);
        while (matcher.find()) {
            String value =
                    matcher.group(1) == null ? "${" : value(matcher.group(1).strip(), values);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw Texts.problem("macro.value", "value", name)
                    .found(name)
                    .expected(String.join(", ", values.keySet()))
                    .exception();
        }
        return value;
    }
}

package org.tickmark.script.debug;

import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the times that a breakpoint is reached count. */
final class Hits {
    private static final Pattern RULE = Pattern.compile("\\s*(>=|<=|==|=|>|<|%|)\\s*(\\d{1,18})\\s*");

    private Hits() {}

    /**
     * The times that a rule means.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code debug.hits} if it is none
     */
    static LongPredicate of(String rule) {
        if (rule.isBlank()) {
            return hit -> true;
        }
        Matcher matcher = RULE.matcher(rule);
        long number = matcher.matches() ? Long.parseLong(matcher.group(2)) : 0;
        if (number == 0) {
            throw Texts.problem("debug.hits", "hits")
                    .found(rule.strip().toLowerCase(Locale.ROOT))
                    .expected("5, >=5, >5, <5, <=5, %5")
                    .exception();
        }
        return switch (matcher.group(1)) {
            case ">=" -> hit -> hit >= number;
            case "<=" -> hit -> hit <= number;
            case ">" -> hit -> hit > number;
            case "<" -> hit -> hit < number;
            case "%" -> hit -> hit % number == 0;
            default -> hit -> hit == number;
        };
    }
}

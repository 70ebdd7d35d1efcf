package org.tickmark.script.condition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How two values are compared. */
enum Operator {
    EQUAL("="),
    DIFFERENT("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    CONTAINS("contains"),
    BEGINS("begins"),
    ENDS("ends");

    /** A longer text is no number that anybody compares. */
    private static final int LONGEST_NUMBER = 40;

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The operator that is written so; empty if there is none. */
    static Optional<Operator> of(String text) {
        return Stream.of(values())
                .filter(operator -> operator.sign.equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    boolean holds(String left, String right) {
        return switch (this) {
            case EQUAL -> compared(left, right) == 0;
            case DIFFERENT -> compared(left, right) != 0;
            case LESS -> compared(left, right) < 0;
            case AT_MOST -> compared(left, right) <= 0;
            case MORE -> compared(left, right) > 0;
            case AT_LEAST -> compared(left, right) >= 0;
            case CONTAINS -> left.contains(right);
            case BEGINS -> left.startsWith(right);
            case ENDS -> left.endsWith(right);
        };
    }

    private static int compared(String left, String right) {
        Optional<BigDecimal> one = number(left);
        Optional<BigDecimal> other = number(right);
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get()) : left.compareTo(right);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.length() <= LONGEST_NUMBER && text.matches("[+-]?\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}

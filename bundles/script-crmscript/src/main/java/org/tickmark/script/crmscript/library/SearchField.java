package org.tickmark.script.crmscript.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A field of a search.
 *
 * @param name its source, a point, and its column
 * @param function what is made of its values
 */
record SearchField(String name, Function function) {
    /** What is made of the values of a field: of each by itself, or of those of a group. */
    enum Function {
        NONE,
        UPPER,
        LOWER,
        HOUR,
        WDAY,
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX;

        /** Whether it makes one value of those of a group. */
        boolean joins() {
            return compareTo(COUNT) >= 0;
        }

        /** What it makes of the values of a group, of which each is alone without one. */
        Object of(List<Object> values, ZoneId zone) {
            Object first = values.isEmpty() ? null : values.get(0);
            return switch (this) {
                case NONE -> first;
                case UPPER -> text(first).toUpperCase(Locale.ROOT);
                case LOWER -> text(first).toLowerCase(Locale.ROOT);
                case HOUR ->
                    moment(first, zone) == null
                            ? null
                            : (Long) (long) moment(first, zone).getHour();
                case WDAY ->
                    moment(first, zone) == null
                            ? null
                            : (Long) (moment(first, zone).getDayOfWeek().getValue() - 1L);
                case COUNT -> values.stream().filter(Objects::nonNull).count();
                case SUM -> sum(numbers(values));
                case AVG -> average(numbers(values));
                case MIN -> values.stream().filter(Objects::nonNull).min(ORDER).orElse(null);
                case MAX -> values.stream().filter(Objects::nonNull).max(ORDER).orElse(null);
            };
        }
    }

    private static final Comparator<Object> ORDER = SearchCriterion::compareValues;

    static SearchField of(String name, String function) {
        return new SearchField(
                name.strip().toLowerCase(Locale.ROOT),
                function.isBlank()
                        ? Function.NONE
                        : SearchCriterion.word(Function.class, "FUNC", "run.search-function", function));
    }

    /** As the titles of tables show it. */
    String title() {
        return function == Function.NONE ? name : function.name().toLowerCase(Locale.ROOT) + "(" + name + ")";
    }

    /** A value as scripts see it. */
    static String text(Object value) {
        return value == null ? "" : value instanceof Message message ? message.id() : String.valueOf(value);
    }

    private static LocalDateTime moment(Object value, ZoneId zone) {
        if (value instanceof LocalDate date) {
            return date.atTime(LocalTime.MIDNIGHT);
        }
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, zone) : null;
    }

    private static List<BigDecimal> numbers(List<Object> values) {
        return values.stream()
                .map(value -> SearchCriterion.number(text(value)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null of no numbers. */
    private static String sum(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal::add)
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }

    private static String average(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString())
                .orElse(null);
    }
}

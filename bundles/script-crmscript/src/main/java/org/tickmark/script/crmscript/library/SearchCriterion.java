package org.tickmark.script.crmscript.library;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;

/**
 * A condition on a field.
 *
 * @param field the field
 * @param operator how it is compared
 * @param value what with
 * @param other the field it is compared with instead
 * @param joined how it is joined to those before it
 * @param bracket criteria of the same number that follow one another stand in one bracket
 */
record SearchCriterion(
        SearchField field, Operator operator, String value, Optional<SearchField> other, Row joined, long bracket) {
    /** How a field is compared; texts that are numbers compare as numbers, and case makes no difference. */
    enum Operator {
        EQUALS,
        NOTEQUALS,
        LT,
        LTE,
        GT,
        GTE,
        IS,
        ISNOT,
        LIKE,
        NOTLIKE,
        CONTAINS,
        NOTCONTAINS,
        BEGINSWITH,
        ENDSWITH,
        IN,
        NOTIN;

        static Operator of(String written) {
            return word(Operator.class, "OPERATOR", "run.search-operator", written);
        }

        boolean holds(String field, String value) {
            return switch (this) {
                case EQUALS, IS -> compare(field, value) == 0;
                case NOTEQUALS, ISNOT -> compare(field, value) != 0;
                case LT -> compare(field, value) < 0;
                case LTE -> compare(field, value) <= 0;
                case GT -> compare(field, value) > 0;
                case GTE -> compare(field, value) >= 0;
                case LIKE -> like(field, value);
                case NOTLIKE -> !like(field, value);
                case CONTAINS -> lower(field).contains(lower(value));
                case NOTCONTAINS -> !lower(field).contains(lower(value));
                case BEGINSWITH -> lower(field).startsWith(lower(value));
                case ENDSWITH -> lower(field).endsWith(lower(value));
                case IN -> in(field, value);
                case NOTIN -> !in(field, value);
            };
        }
    }

    /** How a criterion is joined to those before it. */
    enum Row {
        AND,
        OR,
        NOTAND,
        NOTOR;

        static Row of(String written) {
            return word(Row.class, "OPERATOR", "run.search-operator", written);
        }

        boolean alone(boolean holds) {
            return holds == (this == AND || this == OR);
        }

        boolean join(boolean before, boolean holds) {
            return switch (this) {
                case AND -> before && holds;
                case OR -> before || holds;
                case NOTAND -> before && !holds;
                case NOTOR -> before || !holds;
            };
        }
    }

    /** A word in any case, with or without the prefix before it; the text of that id says that there is no such word. */
    static <E extends Enum<E>> E word(Class<E> type, String prefix, String unknown, String written) {
        String word = written.strip().toUpperCase(Locale.ROOT);
        String name = word.startsWith(prefix) ? word.substring(prefix.length()) : word;
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        Fault.ACCESS,
                        Texts.text(
                                unknown,
                                written,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList()))));
    }

    /** A comparison with a value. */
    static SearchCriterion of(SearchField field, String operator, String value, String joined, long bracket) {
        return new SearchCriterion(field, Operator.of(operator), value, Optional.empty(), Row.of(joined), bracket);
    }

    /** A comparison with another field. */
    static SearchCriterion between(SearchField field, String operator, SearchField other, String joined, long bracket) {
        return new SearchCriterion(field, Operator.of(operator), "", Optional.of(other), Row.of(joined), bracket);
    }

    /** Whether a row fulfils criteria: bracket by bracket, each joined to those before it as its first criterion says. */
    static boolean all(List<SearchCriterion> criteria, Function<SearchField, String> row) {
        boolean holds = true;
        for (int i = 0; i < criteria.size(); ) {
            SearchCriterion first = criteria.get(i);
            boolean inside = first.holds(row);
            int next = i + 1;
            while (next < criteria.size() && first.sharesBracket(criteria.get(next))) {
                SearchCriterion criterion = criteria.get(next++);
                inside = criterion.joined.join(inside, criterion.holds(row));
            }
            holds = i == 0 ? first.joined.alone(inside) : first.joined.join(holds, inside);
            i = next;
        }
        return holds;
    }

    private boolean sharesBracket(SearchCriterion other) {
        return bracket != 0 && bracket == other.bracket;
    }

    private boolean holds(Function<SearchField, String> row) {
        return operator.holds(row.apply(field), other.map(row).orElse(value));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static int compare(String field, String value) {
        BigDecimal first = number(field);
        BigDecimal second = number(value);
        return first != null && second != null
                ? first.compareTo(second)
                : lower(field).compareTo(lower(value));
    }

    /** The number that a text is; null if it is none. */
    static BigDecimal number(String text) {
        return text.length() <= 40 && text.matches("-?+\\d++(?:\\.\\d++)?+") ? new BigDecimal(text) : null;
    }

    private static boolean in(String field, String values) {
        return Arrays.stream(values.split(",", -1)).anyMatch(value -> compare(field, value.strip()) == 0);
    }

    /** {@code %} stands for any characters, also none, and {@code _} for one. */
    private static boolean like(String field, String pattern) {
        String text = lower(field);
        String like = lower(pattern);
        int t = 0;
        int p = 0;
        int star = -1;
        int back = 0;
        while (t < text.length()) {
            if (p < like.length() && like.charAt(p) == '%') {
                star = p++;
                back = t;
            } else if (p < like.length() && (like.charAt(p) == '_' || like.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++back;
            } else {
                return false;
            }
        }
        return like.substring(p).chars().allMatch(c -> c == '%');
    }

    /** Compares values of a column; none comes first. */
    @SuppressWarnings("unchecked") // Values of one column are of one class.
    static int compareValues(Object one, Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one instanceof Comparable<?> && one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}

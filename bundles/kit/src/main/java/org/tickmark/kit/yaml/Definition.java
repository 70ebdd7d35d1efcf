package org.tickmark.kit.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.kit.text.Distance;

/**
 * A block of named values (or the list) of a definition that was read, which knows its file, line and path. Immutable.
 *
 * <p>A value that is missing, empty or {@code null} is absent: an {@code optional} method returns empty, a list is empty,
 * and the other methods throw. Every method throws {@link org.tickmark.api.TickmarkException} with code {@value #INVALID} if the value
 * has another shape than asked for; the problem says file and line, what was found and what was expected.
 */
public final class Definition {
    /** Code of every problem. */
    public static final String INVALID = "definition.invalid";

    private static final MessageCatalog MESSAGES = MessageCatalog.of(Definition.class);

    /** More of a value than this is not repeated in an error. */
    private static final int MAX_FOUND = 80;

    /** More digits than any amount has; a limit against {@code 1e999999999}. */
    private static final int MAX_AMOUNT_LENGTH = 40;

    private final Node node;
    private final String source;
    private final String path;

    Definition(Node node, String source, String path) {
        this.node = node;
        this.source = source;
        this.path = path;
    }

    /** The file and line on which it begins: {@code imports.yaml:12}. */
    public String where() {
        return placeOf(node);
    }

    /** The line on which it begins, from 1. */
    public int line() {
        return node.line();
    }

    /** Where it stands in the whole: {@code rules[2].bank}; empty for the whole itself. */
    public String path() {
        return path;
    }

    /** The names of its values, in the order of the text. */
    public Set<String> keys() {
        return new LinkedHashSet<>(mapping().members().keySet());
    }

    /** Whether a value of this name is there and not absent. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** A text; may be the empty one if that is written as {@code ""}. */
    public String text(String key) {
        return required(key, optionalText(key));
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(String key) {
        return value(key).map(value -> scalar(value, pathOf(key), placeOf(key)));
    }

    /** A list of texts; none if absent. */
    public List<String> list(String key) {
        List<String> texts = new ArrayList<>();
        List<Node> elements = elements(key);
        for (int i = 0; i < elements.size(); i++) {
            Node element = elements.get(i);
            texts.add(scalar(element, pathOf(key) + "[" + i + "]", placeOf(element)));
        }
        return List.copyOf(texts);
    }

    /** A block of named values. */
    public Definition child(String key) {
        return required(key, optionalChild(key));
    }

    /** A block of named values that may be absent. */
    public Optional<Definition> optionalChild(String key) {
        return value(key).map(value -> block(value, pathOf(key), placeOf(key)));
    }

    /** A list of blocks; none if absent. */
    public List<Definition> children(String key) {
        return blocks(elements(key), pathOf(key));
    }

    /** The blocks of a definition that is a list as a whole. */
    public List<Definition> children() {
        if (node instanceof Node.Sequence sequence) {
            return blocks(sequence.elements(), path);
        }
        throw problem(where(), "value.not-list", shown(path)).exception();
    }

    /** Whether it is a list and not a block of named values; only the whole can be. */
    public boolean isList() {
        return node instanceof Node.Sequence;
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return required(key, optionalFlag(key));
    }

    /** {@code true} or {@code false}, or what holds when it is absent. */
    public boolean flag(String key, boolean otherwise) {
        return optionalFlag(key).orElse(otherwise);
    }

    private Optional<Boolean> optionalFlag(String key) {
        return optionalChoice(key, List.of("true", "false")).map("true"::equals);
    }

    /** A whole number. */
    public int integer(String key) {
        return required(key, optionalInteger(key));
    }

    /** A whole number that may be absent. */
    public Optional<Integer> optionalInteger(String key) {
        return parsed(key, Integer::valueOf, "value.not-integer", "-999999999 … 999999999");
    }

    /** A whole number within bounds, both allowed. */
    public int integer(String key, int least, int most) {
        int number = integer(key);
        if (number < least || number > most) {
            throw problem(key, message("value.out-of-range", shown(pathOf(key))))
                    .found(Integer.toString(number))
                    .expected(least + " … " + most)
                    .exception();
        }
        return number;
    }

    /** An exact decimal with a point, without exponent or grouping: {@code 1250.50}. */
    public BigDecimal amount(String key) {
        return required(key, optionalAmount(key));
    }

    /** An exact decimal that may be absent. */
    public Optional<BigDecimal> optionalAmount(String key) {
        return parsed(key, Definition::decimal, "value.not-amount", "1250.50");
    }

    private static BigDecimal decimal(String text) {
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        if (!plain || text.length() > MAX_AMOUNT_LENGTH) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    /** A date: {@code 2026-05-01}. */
    public LocalDate date(String key) {
        return required(key, optionalDate(key));
    }

    /** A date that may be absent. */
    public Optional<LocalDate> optionalDate(String key) {
        return parsed(key, LocalDate::parse, "value.not-date", "2026-05-01");
    }

    /** One of these words. */
    public String choice(String key, List<String> words) {
        return required(key, optionalChoice(key, words));
    }

    /** One of these words, or absent. */
    public Optional<String> optionalChoice(String key, List<String> words) {
        Optional<String> found = optionalText(key);
        if (found.isPresent() && !words.contains(found.get())) {
            throw notOneOf(key, found.get(), words);
        }
        return found;
    }

    /** A constant of an enum, written as {@link #word} says. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return required(key, optionalChoice(key, type));
    }

    /** A constant of an enum, or absent. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String key, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(Definition::word).toList();
        return optionalChoice(key, words).map(word -> constants.get(words.indexOf(word)));
    }

    /** How a definition writes a constant of an enum: {@code SUGGEST_ONLY} as {@code suggest-only}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Checks that each name is one of these; the error suggests the nearest. */
    public void rejectUnknown(String... known) {
        List<String> names = Arrays.asList(known);
        for (String key : mapping().members().keySet()) {
            if (!names.contains(key)) {
                Problem.Builder problem =
                        problem(key, message("key.unknown", shown(pathOf(key)))).expected(String.join(" | ", names));
                Distance.nearest(key, names).ifPresent(name -> problem.advice(message("key.did-you-mean", name)));
                throw problem.exception();
            }
        }
    }

    /**
     * Starts a problem with a value that only the reader of the definition can judge, placed at that value's line or, if it is absent, at
     * this block's.
     */
    public Problem.Builder problem(String key, Message what) {
        return Problem.error(INVALID, what).where(placeOf(key));
    }

    /** Starts a problem of this package. */
    static Problem.Builder problem(String where, String id, Object... arguments) {
        return Problem.error(INVALID, message(id, arguments)).where(where);
    }

    private static Message message(String id, Object... arguments) {
        return MESSAGES.message(id, arguments);
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String id, String expected) {
        Optional<String> found = optionalText(key);
        try {
            return found.map(parser);
        } catch (NumberFormatException | DateTimeException e) {
            throw problem(key, message(id, shown(pathOf(key))))
                    .found(shortened(found.orElseThrow()))
                    .expected(expected)
                    .exception(e);
        }
    }

    private RuntimeException notOneOf(String key, String found, List<String> words) {
        Problem.Builder problem = problem(key, message("value.not-choice", shown(pathOf(key))))
                .found(shortened(found))
                .expected(String.join(" | ", words));
        Distance.nearest(found, words).ifPresent(word -> problem.advice(message("key.did-you-mean", word)));
        return problem.exception();
    }

    private <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(missing(key));
    }

    private Supplier<RuntimeException> missing(String key) {
        return () -> problem(key, message("value.missing", shown(pathOf(key)))).exception();
    }

    private Optional<Node> value(String key) {
        Node.Member member = mapping().members().get(Objects.requireNonNull(key, "key"));
        return member == null || member.value() instanceof Node.Absent ? Optional.empty() : Optional.of(member.value());
    }

    private Node.Mapping mapping() {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw problem(where(), "value.not-block", shown(path)).exception();
    }

    private List<Node> elements(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Node.Sequence sequence) {
            return sequence.elements();
        }
        throw problem(placeOf(key), "value.not-list", shown(pathOf(key))).exception();
    }

    private List<Definition> blocks(List<Node> elements, String listPath) {
        List<Definition> blocks = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            Node element = elements.get(i);
            blocks.add(block(element, listPath + "[" + i + "]", placeOf(element)));
        }
        return List.copyOf(blocks);
    }

    private Definition block(Node value, String valuePath, String place) {
        if (value instanceof Node.Mapping) {
            return new Definition(value, source, valuePath);
        }
        throw problem(place, "value.not-block", shown(valuePath)).exception();
    }

    private static String scalar(Node value, String valuePath, String place) {
        if (value instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw problem(place, "value.not-text", shown(valuePath)).exception();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String placeOf(String key) {
        Node.Member member = mapping().members().get(key);
        return member == null ? where() : source + ":" + member.keyLine();
    }

    private String placeOf(Node element) {
        return source + ":" + element.line();
    }

    /** The whole has no path of its own. */
    private static String shown(String path) {
        return path.isEmpty() ? "." : path;
    }

    private static String shortened(String found) {
        return found.length() <= MAX_FOUND ? found : found.substring(0, MAX_FOUND) + "…";
    }
}

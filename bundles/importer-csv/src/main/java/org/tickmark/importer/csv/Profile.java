package org.tickmark.importer.csv;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of one bank's table, read from a resource. Immutable.
 *
 * <p>Keys: {@code title}; {@code header}, the names by which it is recognised, parted by bars, and other names of the same column by tildes; the
 * {@linkplain Role roles}, each with the names that its column may have; {@code date} and {@code decimal}, for tables that do not show them;
 * {@code currency-code}, {@code side}, {@code sign} and {@code order}; {@code pending}, words that mark rows as not booked; {@code rules}, words of {@link Rule}.
 */
final class Profile {
    private final String name;
    private final String title;
    private final List<Set<String>> signature;
    private final Map<Role, List<String>> names = new EnumMap<>(Role.class);
    private final Properties values;
    private final Set<Rule> rules;

    /** What a profile may say beside the meaning of columns. */
    enum Rule {
        /** A table with any other column is not of this profile. */
        CLOSED,
        /** Date order and decimal mark are those of the profile, whatever the table shows, and thousands are not parted. */
        STRICT,
        /** The names by which it is recognised must be written so, save for case. */
        EXACT,
        /** Every row is an entry: none states a balance or a total, carries on a text, or is a note. */
        ENTRIES,
        /** Rows without a balance are not booked. */
        BALANCED
    }

    private Profile(String name, Properties values) {
        this.name = name;
        this.values = values;
        this.title = value("title").orElseThrow();
        this.signature = Words.split(value("header").orElseThrow()).stream()
                .map(names -> Arrays.stream(names.split("~")).map(Words::fold).collect(Collectors.toUnmodifiableSet()))
                .toList();
        for (Role role : Role.values()) {
            value(role.word())
                    .ifPresent(list -> names.put(
                            role, Words.split(list).stream().map(Words::fold).toList()));
        }
        this.rules = Words.split(value("rules").orElse("")).stream()
                .map(word -> Words.choice(Rule.class, word).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The profile of this name. */
    static Profile load(String name) {
        return new Profile(name, Words.load("profiles/" + name + ".properties"));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key)).map(String::strip);
    }

    String name() {
        return name;
    }

    /** What it is called to people. */
    String title() {
        return title;
    }

    /** How many names it is recognised by: the more, the surer. */
    int weight() {
        return signature.size();
    }

    boolean has(Rule rule) {
        return rules.contains(rule);
    }

    Optional<DateOrder> date() {
        return value("date").flatMap(DateOrder::of);
    }

    Optional<Character> decimal() {
        return value("decimal").map(Choices::decimalMark);
    }

    Optional<String> currency() {
        return value("currency-code");
    }

    Optional<Side> side() {
        return value("side").flatMap(word -> Words.choice(Side.class, word));
    }

    Optional<Sign> sign() {
        return value("sign").flatMap(word -> Words.choice(Sign.class, word));
    }

    Optional<RowOrder> order() {
        return value("order").flatMap(word -> Words.choice(RowOrder.class, word));
    }

    /** Words, folded, that mark a row as not booked. */
    Set<String> pending() {
        return Words.foldAll(value("pending").orElse(""));
    }

    /** Whether a table with these columns is of this profile. */
    boolean matches(List<Heading> headings) {
        Set<String> found = headings.stream().map(Heading::folded).collect(Collectors.toSet());
        boolean signed = signature.stream()
                .allMatch(alternatives -> alternatives.stream().anyMatch(found::contains));
        return signed
                && (!has(Rule.CLOSED) || found.stream().allMatch(this::isKnown))
                && (!has(Rule.EXACT) || isWrittenSo(headings));
    }

    private boolean isWrittenSo(List<Heading> headings) {
        List<String> written = headings.stream()
                .map(heading -> heading.raw().toLowerCase(Locale.ROOT))
                .toList();
        return written.containsAll(Words.split(value("header").orElseThrow()));
    }

    private boolean isKnown(String heading) {
        return heading.isEmpty() || names.values().stream().anyMatch(known -> known.contains(heading));
    }

    /** What the columns mean. */
    Columns columns(List<Heading> headings) {
        Columns columns = new Columns();
        names.forEach((role, known) -> {
            if (role.takesMany()) {
                for (int column = 0; column < headings.size(); column++) {
                    if (known.contains(headings.get(column).folded())) {
                        columns.add(role, column);
                    }
                }
            } else {
                first(headings, known).ifPresent(column -> columns.add(role, column));
            }
        });
        return columns;
    }

    private static Optional<Integer> first(List<Heading> headings, List<String> known) {
        List<String> folded = headings.stream().map(Heading::folded).toList();
        return known.stream().map(folded::indexOf).filter(column -> column >= 0).findFirst();
    }
}

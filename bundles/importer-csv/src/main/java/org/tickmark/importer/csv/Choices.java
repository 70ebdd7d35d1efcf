package org.tickmark.importer.csv;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FormatOption;
import org.tickmark.api.importer.ReadContext;

/**
 * What an import definition sets of the layout of a table; what it leaves is empty.
 *
 * @param sheet name of the sheet of a workbook
 * @param profile name of the profile, or {@link #NO_PROFILE} to look at the columns alone
 * @param side whose view the table shows
 * @param encoding the character encoding
 * @param delimiter what parts cells
 * @param quote what stands around cells; {@link Dialect#NO_QUOTE} for nothing
 * @param skip how many lines stand before the names of the columns
 * @param headed whether the columns have names
 * @param columns what columns mean, each by its names or numbers
 * @param date order of dates
 * @param decimal decimal mark
 * @param sign how amounts are signed
 * @param order which end of time the table begins at
 * @param currency ISO 4217 code of all amounts
 * @param account number of the account
 * @param pending words, folded, that mark a row as not booked
 */
record Choices(
        Optional<String> sheet,
        Optional<String> profile,
        Optional<Side> side,
        Optional<String> encoding,
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<Integer> skip,
        boolean headed,
        Map<Role, List<String>> columns,
        Optional<DateOrder> date,
        Optional<Character> decimal,
        Optional<Sign> sign,
        Optional<RowOrder> order,
        Optional<String> currency,
        Optional<String> account,
        Set<String> pending) {
    static final String NO_PROFILE = "none";

    static final String SHEET = "sheet";

    private static final String AUTO = "auto";
    private static final Set<String> OF_TEXTS_ONLY = Set.of("encoding", "delimiter", "quote");
    private static final Map<String, Character> DELIMITERS =
            ordered("semicolon", ';', "comma", ',', "tab", '\t', "pipe", '|');
    private static final Map<String, Character> QUOTES =
            ordered("double", '"', "single", '\'', "none", Dialect.NO_QUOTE);
    private static final Map<String, Character> DECIMALS = ordered("comma", ',', "point", '.');
    private static final int MOST_SKIPPED = 1000;

    private static Map<String, Character> ordered(Object... pairs) {
        Map<String, Character> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Character) pairs[i + 1]);
        }
        return map;
    }

    /** No choice at all. */
    static Choices none() {
        return of(ReadContext.of(""));
    }

    /**
     * What the definition sets.
     *
     * @throws TickmarkException of class E2 if an option has a value that it cannot have
     */
    static Choices of(ReadContext context) {
        Options options = new Options(context);
        return new Choices(
                options.value(SHEET),
                options.word("profile", profileWords()),
                options.choice("side", Side.class),
                options.value("encoding"),
                options.mark("delimiter", DELIMITERS),
                options.mark("quote", QUOTES),
                options.number("skip", MOST_SKIPPED),
                options.word("header", List.of("none")).isEmpty(),
                options.columns(),
                options.choice("date", DateOrder.class),
                options.mark("decimal", DECIMALS),
                options.choice("sign", Sign.class),
                options.choice("order", RowOrder.class),
                options.value("currency").map(code -> code.toUpperCase(Locale.ROOT)),
                options.value("account"),
                Words.foldAll(options.value("pending").orElse("")));
    }

    /** The options of text files as the host shows them. */
    static List<FormatOption> ofTexts() {
        return options().filter(option -> !option.name().equals(SHEET)).toList();
    }

    /** The options of workbooks as the host shows them. */
    static List<FormatOption> ofWorkbooks() {
        return options()
                .filter(option -> !OF_TEXTS_ONLY.contains(option.name()))
                .toList();
    }

    private static Stream<FormatOption> options() {
        return Stream.of(
                option(SHEET, List.of()),
                option("profile", profileWords()),
                option("side", words(Side.class)),
                option("encoding", List.of()),
                option("delimiter", DELIMITERS.keySet()),
                option("quote", QUOTES.keySet()),
                option("skip", List.of()),
                option("header", List.of("none")),
                option("columns", List.of()),
                option("date", words(DateOrder.class)),
                option("decimal", DECIMALS.keySet()),
                option("sign", words(Sign.class)),
                option("order", words(RowOrder.class)),
                option("currency", List.of()),
                option("account", List.of()),
                option("pending", List.of()));
    }

    private static FormatOption option(String name, Iterable<String> words) {
        Stream.Builder<String> all = Stream.builder();
        words.forEach(all);
        List<String> given = all.build().toList();
        List<String> allowed = given.isEmpty()
                ? given
                : Stream.concat(Stream.of(AUTO), given.stream()).toList();
        return new FormatOption(name, allowed, AUTO, Texts.message("csv.option." + name));
    }

    private static List<String> profileWords() {
        return Stream.concat(Stream.of(NO_PROFILE), Profiles.names().stream()).toList();
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::word).toList();
    }

    /** The decimal mark of this word. */
    static char decimalMark(String word) {
        return DECIMALS.get(word);
    }

    /** The word for a delimiter. */
    static String delimiterWord(char delimiter) {
        return wordFor(delimiter, DELIMITERS);
    }

    /** The word for a decimal mark. */
    static String decimalWord(char decimal) {
        return wordFor(decimal, DECIMALS);
    }

    private static String wordFor(char mark, Map<String, Character> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue() == mark)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(mark));
    }

    /** Reads the options of a definition. */
    private record Options(ReadContext context) {
        Optional<String> value(String name) {
            return context.option(name).map(String::strip).filter(value -> !value.isEmpty() && !value.equals(AUTO));
        }

        Optional<String> word(String name, List<String> words) {
            Optional<String> value = value(name);
            value.filter(word -> !words.contains(word)).ifPresent(word -> {
                throw wrong(name, word, String.join(", ", words));
            });
            return value;
        }

        <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
            return word(name, words(type)).flatMap(word -> Words.choice(type, word));
        }

        /** A word, or the mark itself. */
        Optional<Character> mark(String name, Map<String, Character> marks) {
            return value(name).map(value -> {
                if (!marks.containsKey(value)) {
                    throw wrong(name, value, String.join(", ", marks.keySet()));
                }
                return marks.get(value);
            });
        }

        Optional<Integer> number(String name, int most) {
            return value(name).map(value -> {
                if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > most) {
                    throw wrong(name, value, "0–" + most);
                }
                return Integer.valueOf(value);
            });
        }

        /** As in {@code booking-date=Dato; text=Tekst|Melding; amount=#4}. */
        Map<Role, List<String>> columns() {
            Map<Role, List<String>> columns = new LinkedHashMap<>();
            for (String part : value("columns").orElse("").split(";", -1)) {
                if (!part.isBlank()) {
                    String[] sides = part.split("=", 2);
                    Role role = Words.choice(Role.class, sides[0].strip())
                            .orElseThrow(() -> wrong("columns", part.strip(), String.join(", ", words(Role.class))));
                    columns.put(role, sides.length < 2 ? List.of() : Words.split(sides[1]));
                }
            }
            return columns;
        }

        private static TickmarkException wrong(String name, String found, String expected) {
            return Problems.refusal(ErrorClass.E2, "option", name)
                    .found(found)
                    .expected(expected)
                    .exception();
        }
    }
}

package org.tickmark.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickmark.kit.reference.Normal;

/** The words that tables are written with, and how they compare: without accents, case and marks. Immutable. */
final class Words {
    private static final Map<Role, Map<String, Integer>> HEADINGS = headings();
    private static final Properties PHRASES = load("phrases.properties");

    static final Set<String> BOOKED = phrases("booked");
    static final Set<String> PENDING = phrases("pending");
    static final Set<String> DEBIT = phrases("debit");
    static final Set<String> CREDIT = phrases("credit");
    static final Set<String> OUT = phrases("out");
    static final Set<String> IN = phrases("in");
    static final Set<String> OPENING = phrases("opening");
    static final Set<String> CLOSING = phrases("closing");
    static final Set<String> TURNOVER = phrases("turnover");
    static final Set<String> TOTAL = phrases("total");
    static final Set<String> COUNT = phrases("count");
    /** Names of columns that only ledgers have. */
    static final Set<String> LEDGER = phrases("ledger");
    /** Words in the names of files with ledgers. */
    static final Set<String> LEDGER_FILE = phrases("ledger-file");
    /** Names of columns of accounts that may as well be those of the other side. */
    static final Set<String> ANY_ACCOUNT = phrases("any-account");

    static final Set<String> ACCOUNT = phrases("account");
    /** Words that end the name of a column with dates, amounts, balances or texts, in one piece or as the last of several. */
    static final Set<String> DATE_ENDINGS = phrases("date-endings");

    static final Set<String> AMOUNT_ENDINGS = phrases("amount-endings");
    static final Set<String> BALANCE_ENDINGS = phrases("balance-endings");
    static final Set<String> TEXT_ENDINGS = phrases("text-endings");
    /** Words by which a column is of another amount or date than the entry's. */
    static final Set<String> OTHER_AMOUNT = phrases("other-amount");

    static final Set<String> OTHER_DATE = phrases("other-date");

    /** So long a phrase is no accident at the beginning of a text. */
    private static final int LONG_PHRASE = 5;

    private Words() {}

    /** A text as it is compared: letters and digits in lower case without marks, parted by single blanks. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        String plain = Normal.ascii(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    /** The names that columns of this role have, folded, each with its place: the most telling has the smallest. */
    static Map<String, Integer> headings(Role role) {
        return HEADINGS.get(role);
    }

    /** Whether a folded text is one of these phrases, but for a number or date after it. */
    static boolean isOne(String folded, Set<String> phrases) {
        int end = folded.length();
        while (end > 0 && (Character.isDigit(folded.charAt(end - 1)) || folded.charAt(end - 1) == ' ')) {
            end--;
        }
        return phrases.contains(folded) || phrases.contains(folded.substring(0, end));
    }

    /** Whether a folded text is, or begins with, one of these phrases; short ones must be all of it. */
    static boolean begins(String folded, Set<String> phrases) {
        for (int end = folded.indexOf(' '); end >= 0; end = folded.indexOf(' ', end + 1)) {
            if (end >= LONG_PHRASE && phrases.contains(folded.substring(0, end))) {
                return true;
            }
        }
        return isOne(folded, phrases);
    }

    /** The word for a choice in options and profiles. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The choice of this word, if there is one. */
    static <E extends Enum<E>> Optional<E> choice(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> word(choice).equals(word))
                .findFirst();
    }

    /** Parts of a value that a bar parts. */
    static List<String> split(String value) {
        return Arrays.stream(value.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A resource of this bundle. */
    static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the bundle");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Map<Role, Map<String, Integer>> headings() {
        Properties words = load("headings.properties");
        Map<Role, Map<String, Integer>> headings = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Map<String, Integer> places = new HashMap<>();
            split(words.getProperty(role.word(), "")).forEach(name -> places.putIfAbsent(fold(name), places.size()));
            headings.put(role, places);
        }
        return headings;
    }

    private static Set<String> phrases(String key) {
        String value = Optional.ofNullable(PHRASES.getProperty(key))
                .orElseThrow(() -> new IllegalStateException("phrases.properties has no " + key));
        return foldAll(value);
    }

    /** Folded parts of a value. */
    static Set<String> foldAll(String value) {
        return split(value).stream()
                .map(Words::fold)
                .filter(phrase -> !phrase.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

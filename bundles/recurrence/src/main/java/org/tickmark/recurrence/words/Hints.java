package org.tickmark.recurrence.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tickmark.recurrence.form.Rules;

/** What to offer where a sentence was not understood. Immutable. */
final class Hints {
    private static final int MOST = 3;
    private static final int LONGEST_WORD = 30;
    private static final int LONGEST_CORRECTED = 300;
    private static final List<String> KNOWN = List.of(
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "RRULE:FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0",
            "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "RRULE:FREQ=WEEKLY;BYDAY=MO",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=15",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
            "RRULE:FREQ=MONTHLY;BYDAY=2MO",
            "RRULE:FREQ=MONTHLY;INTERVAL=3",
            "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=13",
            "RRULE:FREQ=YEARLY;BYWEEKNO=20",
            "RRULE:FREQ=YEARLY;BYYEARDAY=100",
            "RRULE:FREQ=MINUTELY;INTERVAL=15",
            "RRULE:FREQ=HOURLY;BYMINUTE=15;BYSECOND=0",
            "RRULE:FREQ=DAILY;COUNT=10",
            "RRULE:FREQ=DAILY;UNTIL=20301231");

    private final Dialect dialect;
    private final List<String> known;
    private final Map<String, String> words = new LinkedHashMap<>();

    Hints(Dialect dialect) {
        this.dialect = dialect;
        this.known = KNOWN.stream()
                .map(text -> SentenceWriter.write(dialect, PartsOfForm.of(Rules.parse(text))))
                .toList();
        Lexicon lexicon = dialect.lexicon();
        lexicon.keys().stream()
                .filter(key -> !key.startsWith("message.") && !key.startsWith("label."))
                .flatMap(key -> lexicon.all(key).stream())
                .forEach(this::addWords);
    }

    private void addWords(String template) {
        Tokens tokens = Tokens.of(template.replaceAll("\\{[^}]*}", " "));
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (Character.isLetter(token.folded().charAt(0))) {
                words.putIfAbsent(token.folded(), template(tokens, token));
            }
        }
    }

    private static String template(Tokens tokens, Token token) {
        return tokens.text().substring(token.start(), token.end());
    }

    /** A few sentences that are understood. */
    List<String> examples() {
        return known.subList(0, MOST);
    }

    /**
     * What may have been meant.
     *
     * @param token the word that was not understood
     * @param expected folded words that would have been
     * @param isUnderstood whether a sentence is
     */
    List<String> instead(Tokens text, Token token, Collection<String> expected, Predicate<String> isUnderstood) {
        Set<String> hints = new LinkedHashSet<>();
        for (String word : nearest(token.folded(), expected)) {
            String corrected =
                    text.text().substring(0, token.start()) + word + text.text().substring(token.end());
            if (corrected.length() <= LONGEST_CORRECTED && isUnderstood.test(corrected)) {
                hints.add(corrected);
            }
            known.stream().filter(phrase -> mentions(phrase, word)).forEach(hints::add);
        }
        hints.addAll(examples());
        return hints.stream().limit(MOST).toList();
    }

    /** The nearest of the expected words and the nearest of all, if they are near at all, as they are written. */
    private List<String> nearest(String folded, Collection<String> expected) {
        if (folded.length() > LONGEST_WORD) {
            return List.of();
        }
        List<String> letters = expected.stream().filter(words::containsKey).toList();
        return Stream.of(Nearest.of(folded, letters), Nearest.of(folded, words.keySet()))
                .flatMap(Optional::stream)
                .distinct()
                .map(words::get)
                .toList();
    }

    private static boolean mentions(String phrase, String word) {
        Tokens tokens = Tokens.of(phrase);
        String folded = Tokens.fold(word);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, folded)) {
                return true;
            }
        }
        return false;
    }

    /** Sentences that go with a part that needs a time of day. */
    List<String> times() {
        return List.of(known.get(2));
    }

    /** A sentence with a month for a day that needs one. */
    List<String> dates() {
        return known.stream().filter(sentence -> mentions(sentence, "13")).toList();
    }

    Dialect dialect() {
        return dialect;
    }

    /** What the two readings of "every third Monday" are written as. */
    List<String> bothReadings(Parts parts) {
        List<String> both = new ArrayList<>();
        Ambiguity.readings(parts).forEach(reading -> both.add(SentenceWriter.write(dialect, reading)));
        return both;
    }
}

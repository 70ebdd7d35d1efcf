package org.tickmark.recurrence.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanguagesTest {
    private static final Lexicon ENGLISH = Lexicon.load("en");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");
    /** Only read; a language may do without. */
    private static final List<String> MAY_BE_MISSING =
            List.of("ambiguous", "nthWeek", "noon", "am", "pm", "ending.1", "ending.2", "ending.3");

    @ParameterizedTest
    @EnumSource(Language.class)
    void sayTheSameThings(Language language) {
        Lexicon lexicon = Lexicon.load(language.code());
        Set<String> keys = new TreeSet<>(lexicon.keys());
        Set<String> expected = new TreeSet<>(ENGLISH.keys());
        MAY_BE_MISSING.forEach(keys::remove);
        MAY_BE_MISSING.forEach(expected::remove);
        assertThat(keys).isEqualTo(expected);
        assertThat(keys).allSatisfy(key -> assertThat(lexicon.all(key)).as(key).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveTheSamePlacesInAllWaysToSayAThing(Language language) {
        Lexicon lexicon = Lexicon.load(language.code());
        for (String key : lexicon.keys()) {
            for (String way : lexicon.all(key)) {
                assertThat(places(way)).as(key + ": " + way).isEqualTo(expectedPlaces(key));
            }
        }
    }

    private static Set<String> expectedPlaces(String key) {
        List<String> english = ENGLISH.keys().contains(key) ? ENGLISH.all(key) : List.of();
        if (english.isEmpty()) {
            return key.equals("nthWeek") ? Set.of("interval", "days") : Set.of();
        }
        return places(english.get(0));
    }

    private static Set<String> places(String way) {
        return PLACE.matcher(way).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void writeTheFirstWayWithoutWordsThatMayBeMissing(Language language) {
        Lexicon lexicon = Lexicon.load(language.code());
        Stream<String> written = lexicon.keys().stream()
                .filter(key -> !lexicon.all(key).isEmpty() && !key.endsWith(".nth"))
                .map(lexicon::first);
        assertThat(written).noneMatch(way -> way.contains("["));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveAPhraseForEachClauseAndAClauseForEachPhrase(Language language) {
        Dialect dialect = Dialect.of(language);
        assertThat(dialect.clauses()).hasSameSizeAs(Grammar.CLAUSES);
    }
}

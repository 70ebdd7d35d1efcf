package org.tickmark.recurrence.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.recurrence.form.Rows;
import org.tickmark.recurrence.form.RuleForm;
import org.tickmark.recurrence.form.Rules;

class WordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 13);

    static Stream<Map<String, String>> sentences() {
        return Rows.of(WordsTest.class, "sentences.tsv").stream();
    }

    static Stream<Map<String, String>> typed() {
        return Rows.of(WordsTest.class, "typed.tsv").stream();
    }

    static Stream<Map<String, String>> refused() {
        return Rows.of(WordsTest.class, "refused.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void writesARuleInEachLanguageAndReadsItBack(Map<String, String> row) {
        RuleForm form = Rules.parse(row.get("rule"));
        for (Language language : Language.values()) {
            Words words = Words.in(language);
            String sentence = words.write(form);
            assertThat(sentence).isEqualTo(row.get(language.code()));
            assertThat(understood(words, sentence)).isEqualTo(SameRule.as(form));
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void readsWhatPeopleType(Map<String, String> row) {
        Words words = Words.in(language(row));
        assertThat(understood(words, row.get("text")).text()).isEqualTo(row.get("rule"));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void readsItAlsoInCapitalsAndWithAFullStop(Map<String, String> row) {
        Words words = Words.in(language(row));
        String text = row.get("text").toUpperCase(Locale.ROOT) + ".";
        assertThat(understood(words, text).text()).isEqualTo(row.get("rule"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhichWordItDoesNotUnderstandAndOffersOthers(Map<String, String> row) {
        Words words = Words.in(language(row));
        Reading reading = words.read(row.get("text"));
        assertThat(reading).isInstanceOf(Reading.NotUnderstood.class);
        Reading.NotUnderstood refused = (Reading.NotUnderstood) reading;
        assertThat(refused.word()).isEqualTo(row.get("word"));
        assertThat(refused.text().substring(refused.position())).startsWith(refused.word());
        assertThat(refused.message()).contains(row.get("message"));
        List<String> expected = Arrays.stream(row.get("suggestions").split("; "))
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(refused.suggestions().subList(0, expected.size())).isEqualTo(expected);
        refused.suggestions()
                .forEach(suggestion -> assertThat(words.read(suggestion)).isInstanceOf(Reading.Understood.class));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void offersOnlySuggestionsThatItUnderstands(Language language) {
        Words words = Words.in(language);
        for (String text : List.of("", "xyzzy", "every", "hver", "varje", "2025", "\"", "monday on the", "10 x")) {
            if (words.read(text) instanceof Reading.NotUnderstood refused) {
                refused.suggestions().forEach(offered -> assertThat(words.read(offered))
                        .as(text + " -> " + offered)
                        .isInstanceOf(Reading.Understood.class));
            }
        }
    }

    @Test
    void offersWhatTheOriginalOffersForAStartDate() {
        assertThat(labels(Language.ENGLISH, MONDAY))
                .containsExactly(
                        "Daily",
                        "Weekly on Monday",
                        "Monthly on the second Monday",
                        "Annually on January 13",
                        "Custom");
        assertThat(labels(Language.NORWEGIAN_BOKMAL, MONDAY))
                .containsExactly(
                        "Daglig",
                        "Ukentlig på mandag",
                        "Månedlig den andre mandagen",
                        "Årlig den 13. januar",
                        "Egendefinert");
        assertThat(labels(Language.SWEDISH, MONDAY))
                .containsExactly(
                        "Dagligen",
                        "Varje vecka på måndag",
                        "Varje månad den andra måndagen",
                        "Varje år den 13 januari",
                        "Anpassad");
    }

    @Test
    void offersTheLastWeekdayWhereThereIsNoFourth() {
        assertThat(labels(Language.ENGLISH, MONDAY.withDayOfMonth(31))).contains("Monthly on the last Friday");
        assertThat(labels(Language.ENGLISH, MONDAY.withDayOfMonth(28))).contains("Monthly on the fourth Tuesday");
    }

    @Test
    void offersRulesThatSayTheirLabels() {
        Words english = Words.in(Language.ENGLISH);
        assertThat(english.suggestions(MONDAY).stream().map(Suggestion::rule))
                .containsExactly(
                        Optional.of(Rules.parse("pattern:daily")),
                        Optional.of(Rules.parse("pattern:weekly on MO")),
                        Optional.of(Rules.parse("pattern:monthly on second MO")),
                        Optional.of(Rules.parse("pattern:yearly on 01-13")),
                        Optional.empty());
    }

    private static List<String> labels(Language language, LocalDate start) {
        return Words.in(language).suggestions(start).stream()
                .map(Suggestion::label)
                .toList();
    }

    @Test
    void labelsASeriesShortAsTheOriginalDoes() {
        RuleForm monthly = Rules.parse("pattern:monthly on 23 until 2017-09-23");
        LocalDate first = LocalDate.of(2016, 9, 23);
        LocalDate last = LocalDate.of(2017, 9, 23);
        assertThat(Words.in(Language.ENGLISH).shortLabel(monthly, first, last))
                .isEqualTo("Monthly (23.09.2016 - 23.09.2017)");
        assertThat(Words.in(Language.NORWEGIAN_BOKMAL).shortLabel(monthly, first, last))
                .isEqualTo("Månedlig (23.09.2016 - 23.09.2017)");
        assertThat(Words.in(Language.SWEDISH).shortLabel(monthly, first, last))
                .isEqualTo("Varje månad (2016-09-23 - 2017-09-23)");
        assertThat(Words.in(Language.ENGLISH).shortLabel(monthly, first)).isEqualTo("Monthly (from 23.09.2016)");
    }

    @Test
    void namesThePatternOfAFollowUpInTheShortLabel() {
        Words english = Words.in(Language.ENGLISH);
        assertThat(english.shortLabel(Rules.parse("pattern:daily on workdays"), MONDAY))
                .startsWith("Daily (");
        assertThat(english.shortLabel(Rules.parse("pattern:dates 2025-01-13T09:00"), MONDAY))
                .startsWith("Custom (");
        assertThat(english.shortLabel(Rules.parse("cron:*/5 * * * *"), MONDAY)).startsWith("Hourly (");
        assertThat(english.shortLabel(Rules.parse("task:once at 2025-01-13T09:00"), MONDAY))
                .startsWith("Once (");
        assertThat(english.shortLabel(Rules.parse("task:never"), MONDAY)).startsWith("Never (");
        assertThat(english.shortLabel(Rules.parse("task:every PT5M from 2025-01-13T09:00:00Z"), MONDAY))
                .startsWith("At intervals (");
        assertThat(english.labelOfNone()).isEqualTo("Do not repeat");
    }

    @Test
    void labelsASeriesAsASentence() {
        RuleForm weekly = Rules.parse("pattern:weekly on WE until 2025-01-29");
        assertThat(Words.in(Language.ENGLISH).label(weekly)).isEqualTo("Weekly on Wednesday until January 29, 2025");
        assertThat(Words.in(Language.NORWEGIAN_BOKMAL).label(weekly))
                .isEqualTo("Ukentlig på onsdag til og med 29. januar 2025");
        assertThat(Words.in(Language.SWEDISH).label(weekly))
                .isEqualTo("Varje vecka på onsdag till och med 29 januari 2025");
    }

    @Test
    void findsTheLanguageOfALocale() {
        assertThat(Language.of(Locale.forLanguageTag("nn-NO"))).contains(Language.NORWEGIAN_BOKMAL);
        assertThat(Language.of(Locale.forLanguageTag("sv-FI"))).contains(Language.SWEDISH);
        assertThat(Language.of(Locale.UK)).contains(Language.ENGLISH);
        assertThat(Language.of(Locale.FRENCH)).isEmpty();
    }

    private static Language language(Map<String, String> row) {
        return Language.of(Locale.forLanguageTag(row.get("language"))).orElseThrow();
    }

    private static RuleForm understood(Words words, String text) {
        Reading reading = words.read(text);
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).form();
    }
}

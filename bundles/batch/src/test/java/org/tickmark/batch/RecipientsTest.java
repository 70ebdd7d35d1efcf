package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.setting.Setting;
import org.tickmark.batch.Recipients.Digest;
import org.tickmark.batch.Recipients.Wish;

class RecipientsTest {
    private static final Set<String> UNITS = Set.of("100", "200");
    private static final Wish USUAL = new Wish(Set.of(), Optional.empty(), Digest.NIGHT);

    @Test
    void plainAddressesAreToldOfAllInTheLanguageOfMails() {
        assertThat(done("a@example.org, b@example.org;c@example.org  d@example.org,"))
                .isEqualTo(Map.of(USUAL, List.of("a@example.org", "b@example.org", "c@example.org", "d@example.org")));
    }

    @Test
    void eachSaysInBracketsWhatItWants() {
        assertThat(done("chief@example.org, kari@example.org[unit=100 unit=200 language=nb], "
                        + "olle@example.org [digest=week; language=sv]"))
                .isEqualTo(Map.of(
                        USUAL,
                        List.of("chief@example.org"),
                        new Wish(UNITS, Optional.of(Locale.forLanguageTag("nb")), Digest.NIGHT),
                        List.of("kari@example.org"),
                        new Wish(Set.of(), Optional.of(Locale.forLanguageTag("sv")), Digest.WEEK),
                        List.of("olle@example.org")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kari@example.org[unit=300]",
                "kari@example.org[language=fi]",
                "kari@example.org[digest=day]",
                "kari@example.org[colour=red]",
                "kari@example.org[unit]",
                "kari@example.org[unit=100",
                "kari@example.org[unit=100]]",
                "[unit=100]",
                "kari@example.org, KARI@example.org[unit=100]",
                "nobody"
            })
    void whatCannotBeUnderstoodIsToldWithItsPlace(String text) {
        assertThatThrownBy(() -> done(text)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("config.invalid");
            assertThat(e.problem().where()).contains("batch.doneTo");
        });
    }

    @Test
    void errorsAreToldAtOnceAndInNoDigest() {
        assertThatThrownBy(() -> in(BatchSettings.ERRORS_TO, "kari@example.org[digest=week]"))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().expected()).contains("kari@example.org[unit=100 language=nb]"));
    }

    @ParameterizedTest
    @CsvSource({
        // a Monday, just after midnight in Stockholm
        "2026-05-31T22:30:00Z, 2026-W23, 2026-06",
        "2026-05-31T21:30:00Z, 2026-W22, 2026-05",
        // a Friday that belongs to the last week of the year before
        "2027-01-01T04:00:00Z, 2026-W53, 2027-01"
    })
    void spansAreThoseOfTheClocksOfTheZone(Instant moment, String week, String month) {
        assertThat(Digest.WEEK.spanOf(moment, NightHouse.STOCKHOLM)).isEqualTo(week);
        assertThat(Digest.MONTH.spanOf(moment, NightHouse.STOCKHOLM)).isEqualTo(month);
    }

    private static Map<Wish, List<String>> done(String text) {
        return in(BatchSettings.DONE_TO, text);
    }

    private static Map<Wish, List<String>> in(Setting<String> setting, String text) {
        return Recipients.in(setting, text, UNITS, new FakeOutbox());
    }
}

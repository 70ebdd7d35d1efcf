package org.tickmark.kit.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    private final Days days = new Days();

    @Test
    void readsADayAgainAndAgain() {
        assertThat(days.of(20_261_122)).hasValue(LocalDate.of(2026, 11, 22));
        assertThat(days.of(20_261_122)).hasValue(LocalDate.of(2026, 11, 22));
        assertThat(days.of(20_240_229)).hasValue(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(ints = {20_260_229, 20_261_301, 20_260_001, 20_260_100, 20_260_431, 0, -1})
    void knowsWhichDaysThereAreNot(int number) {
        assertThat(days.of(number)).isEmpty();
        assertThat(days.of(number)).isEmpty();
    }

    @Test
    void takesTheLastDayOfAMonthForOneThatItDoesNotHave() {
        assertThat(Days.clamped(20_260_230)).hasValue(LocalDate.of(2026, 2, 28));
        assertThat(Days.clamped(20_240_230)).hasValue(LocalDate.of(2024, 2, 29));
        assertThat(Days.clamped(20_260_431)).hasValue(LocalDate.of(2026, 4, 30));
        assertThat(Days.clamped(20_260_432)).isEmpty();
        assertThat(Days.clamped(20_261_315)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1231, 2027-01-02, 2026-12-31",
        "102, 2026-12-30, 2027-01-02",
        "702, 2026-07-01, 2026-07-02",
        "229, 2026-03-01, 2026-02-28"
    })
    void putsADayWithoutYearNearestToAnother(int monthDay, LocalDate other, LocalDate expected) {
        assertThat(Days.nearest(monthDay, other)).hasValue(expected);
    }

    @Test
    void turnsTheCenturyAsSwiftDoes() {
        assertThat(Days.year(79)).isEqualTo(2079);
        assertThat(Days.year(80)).isEqualTo(1980);
    }
}

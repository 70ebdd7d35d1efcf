package org.tickmark.kit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "+1.50", ".5", "5.", "-0.125", "123456789012345678", "1234567890123456789012.3456"})
    void readsDecimalsWithTheirScale(String text) {
        assertThat(XmlValues.decimal(text)).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1,5",
                "1.2.3",
                "1e3",
                "--1",
                "1-",
                " 1",
                "NaN",
                "12345678901234567890123456789012345678901",
                "١"
            })
    void readsNothingElseAsDecimal(String text) {
        assertThat(XmlValues.decimal(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-22", "2026-11-22Z", "2026-11-22+01:00", "2026-11-22T23:59:59.5-08:00", "2026-11-22-0800"
            })
    void readsTheDayAsWritten(String text) {
        // 22 November 2026 is a Sunday.
        assertThat(XmlValues.day(text)).contains(LocalDate.of(2026, 11, 22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11",
                "2026-02-30",
                "2026-13-01",
                "2026/11/22",
                "+202-11-22",
                "20261122",
                "2026-11-22x",
                "2026-11-22 10:00",
                "2026-11-22+1"
            })
    void readsNothingElseAsDay(String text) {
        assertThat(XmlValues.day(text)).isEmpty();
    }
}

package org.tickmark.reconciliation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;

/** For how long differences are counted together, by the day on which a match is effective. */
enum Period {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    static Period of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(Period::word).toArray(String[]::new);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period of a day. */
    LocalDate first(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
    }

    /** What a rule bears already in the period that begins on a day. */
    BigDecimal borne(Borne borne, String rule, LocalDate first) {
        YearMonth month = YearMonth.from(first);
        return borne.by(rule, month, month.plusMonths(months - 1L));
    }
}

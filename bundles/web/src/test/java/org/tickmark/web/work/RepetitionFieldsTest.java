package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.web.http.Parameters;

/** Fields of a repetition as the rule that they give. */
class RepetitionFieldsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pattern=daily | pattern:daily
        pattern=daily&daily.every=3 | pattern:daily every 3
        pattern=daily&daily.every=3&workdays=true | pattern:daily on workdays
        pattern=weekly | pattern:weekly on TU
        pattern=weekly&weekly.every=2&weekly.on=MO&weekly.on=FR | pattern:weekly every 2 on MO,FR
        pattern=monthly&monthly.day=15 | pattern:monthly on 15
        pattern=monthly&monthly.every=3&monthly.day=31 | pattern:monthly every 3 on 31 clamp
        pattern=monthly&monthly.by=weekday&monthly.week=last&monthly.weekday=FR | pattern:monthly on last FR
        pattern=yearly&yearly.month=2&yearly.day=29 | pattern:yearly on 02-29 clamp
        pattern=yearly | pattern:yearly on 12-01
        pattern=yearly&yearly.by=weekday&yearly.week=second&yearly.month=5 | pattern:yearly on second MO in 5
        pattern=daily&ends=times&times=12 | pattern:daily times 12
        pattern=daily&ends=until&until=2026-12-24&times=12 | pattern:daily until 2026-12-24
        """)
    void giveTheRuleAsItWouldBeTyped(String fields, String rule) {
        String form = "arg.START=2026-12-01T09:00&opt.repeat." + fields.replace("&", "&opt.repeat.");

        assertThat(RepetitionFields.rule(Parameters.parse(form))).contains(rule);
    }
}

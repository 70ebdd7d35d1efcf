package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.web.http.Parameters;

/** Fields of a task's frequency as the schedule that they give. */
class ScheduleFieldsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pattern=minutes&minutes=20 | every 20 minutes
        pattern=hourly | task:hourly at :00
        pattern=hourly&minute=7 | task:hourly at :07
        pattern=weekly | task:weekly on MO,TU,WE,TH,FR at 06:00
        pattern=weekly&weekly.on=SA&weekly.on=SU&weekly.at=21:30 | task:weekly on SA,SU at 21:30
        pattern=monthly&day=15 | task:monthly on 15 at 06:00
        pattern=monthly&day=31&monthly.at=07:15 | task:monthly on 31 at 07:15 clamp
        pattern=once&once=2026-12-01T09:00 | task:once at 2026-12-01T09:00
        """)
    void giveTheScheduleAsItWouldBeTyped(String fields, String schedule) {
        String form = "opt.schedule." + fields.replace("&", "&opt.schedule.");

        assertThat(ScheduleFields.schedule(Parameters.parse(form))).contains(schedule);
    }

    @Test
    void giveWhatIsTypedWhereNoFrequencyIsChosen() {
        assertThat(ScheduleFields.schedule(Parameters.parse("opt.schedule=weekdays+at+05:30")))
                .contains("weekdays at 05:30");
        assertThat(ScheduleFields.schedule(Parameters.parse("opt.schedule.pattern=&opt.schedule=")))
                .isEmpty();
    }
}

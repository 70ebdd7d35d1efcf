package org.tickmark.scheduler.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.scheduler.plan.Firings;

class CalendarExpressionTest {
    /** A Thursday. */
    private static final Instant FROM = LocalDateTime.of(2026, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

    private static List<String> times(String text, int count) throws CalendarSyntaxException {
        CalendarExpression expression = CalendarExpression.parse(text);
        Timing usual = Timing.of(expression.schedule(), "UTC");
        Timing timing = new Timing(
                usual.schedule(),
                usual.zone(),
                usual.gap(),
                usual.overlap(),
                expression.start(),
                expression.end(),
                Optional.empty(),
                usual.freeDays(),
                usual.jitter(),
                usual.catchUp());
        return Firings.of(timing, FROM, Locale.ENGLISH).from(FROM, count).stream()
                .map(firing -> firing.local().toString())
                .toList();
    }

    /** The examples of systemd.time(7), and what else its grammar allows, with the first two times from 2026 on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutely                                 | 2026-01-01T00:00    | 2026-01-01T00:01
            hourly                                   | 2026-01-01T00:00    | 2026-01-01T01:00
            daily                                    | 2026-01-01T00:00    | 2026-01-02T00:00
            Weekly                                   | 2026-01-05T00:00    | 2026-01-12T00:00
            monthly                                  | 2026-01-01T00:00    | 2026-02-01T00:00
            quarterly                                | 2026-01-01T00:00    | 2026-04-01T00:00
            semiannually                             | 2026-01-01T00:00    | 2026-07-01T00:00
            yearly                                   | 2026-01-01T00:00    | 2027-01-01T00:00
            Sat,Thu,Mon..Wed,Sat..Sun                | 2026-01-01T00:00    | 2026-01-03T00:00
            Mon,Sun 12-*-* 2,1:23                    |                     |
            Mon,Sun 26-*-* 2,1:23                    | 2026-01-04T01:23    | 2026-01-04T02:23
            Wed *-1                                  | 2026-04-01T00:00    | 2026-07-01T00:00
            Wed..Wed,Wed *-1                         | 2026-04-01T00:00    | 2026-07-01T00:00
            Wed, 17:48                               | 2026-01-07T17:48    | 2026-01-14T17:48
            Wed..Sat,Tue 12-10-15 1:2:3              |                     |
            *-*-7 0:0:0                              | 2026-01-07T00:00    | 2026-02-07T00:00
            10-15                                    | 2026-10-15T00:00    | 2027-10-15T00:00
            monday *-12-* 17:00                      | 2026-12-07T17:00    | 2026-12-14T17:00
            Mon,Fri *-*-3,1,2 *:30:45                | 2026-01-02T00:30:45 | 2026-01-02T01:30:45
            12,14,13,12:20,10,30                     | 2026-01-01T12:10    | 2026-01-01T12:20
            12..14:10,20,30                          | 2026-01-01T12:10    | 2026-01-01T12:20
            mon,fri *-1/2-1,3 *:30:45                | 2026-05-01T00:30:45 | 2026-05-01T01:30:45
            03-05 08:05:40                           | 2026-03-05T08:05:40 | 2027-03-05T08:05:40
            08:05:40                                 | 2026-01-01T08:05:40 | 2026-01-02T08:05:40
            05:40                                    | 2026-01-01T05:40    | 2026-01-02T05:40
            Sat,Sun 12-05 08:05:40                   | 2026-12-05T08:05:40 | 2027-12-05T08:05:40
            2026-03-05 05:40                         | 2026-03-05T05:40    |
            26-03-05 05:40                           | 2026-03-05T05:40    |
            *:2/3                                    | 2026-01-01T00:02    | 2026-01-01T00:05
            *:0/20:10                                | 2026-01-01T00:00:10 | 2026-01-01T00:20:10
            0/6:00                                   | 2026-01-01T00:00    | 2026-01-01T06:00
            8..18/5:00                               | 2026-01-01T08:00    | 2026-01-01T13:00
            *-*~01                                   | 2026-01-31T00:00    | 2026-02-28T00:00
            *-02~03                                  | 2026-02-26T00:00    | 2027-02-26T00:00
            Mon *-05~07/1                            | 2026-05-25T00:00    | 2027-05-31T00:00
            *-*~3..4                                 | 2026-01-28T00:00    | 2026-01-29T00:00
            Fri *-*-13                               | 2026-02-13T00:00    | 2026-03-13T00:00
            2027..2028-01-01                         | 2027-01-01T00:00    | 2028-01-01T00:00
            Mon-Fri 06:00                            | 2026-01-01T06:00    | 2026-01-02T06:00
            *-02-29                                  | 2028-02-29T00:00    | 2032-02-29T00:00
            """)
    void hasTheTimesThatSystemdHas(String text, String first, String second) throws CalendarSyntaxException {
        List<String> expected = first == null ? List.of() : second == null ? List.of(first) : List.of(first, second);

        assertThat(times(text, 2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon..Fri 06:30 Europe/Oslo    | Europe/Oslo | cron:30 6 * * 1,2,3,4,5
            2026-03-05 05:40 UTC          | UTC         | task:once at 2026-03-05T05:40
            daily America/New_York        | America/New_York | cron:0 0 * * *
            *:*:0/10                      |             | RRULE:FREQ=MINUTELY;BYSECOND=0,10,20,30,40,50
            Sun *:0/30:15                 |             | RRULE:FREQ=HOURLY;BYDAY=SU;BYMINUTE=0,30;BYSECOND=15
            *:*:*                         |             | RRULE:FREQ=SECONDLY
            Fri *-*-13 06:00              |             | RRULE:FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR;BYHOUR=6;BYMINUTE=0;BYSECOND=0
            """)
    void isSaidInTheShortestWayThatSaysIt(String text, String zone, String schedule) throws CalendarSyntaxException {
        CalendarExpression expression = CalendarExpression.parse(text);

        assertThat(expression.zone()).isEqualTo(Optional.ofNullable(zone));
        assertThat(expression.schedule()).isEqualTo(schedule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mo *-*-* 06:00                | systemd.part
            Fri..Mon 06:00                | systemd.part
            */2:00                        | systemd.part
            24:00                         | systemd.part
            *-13-01                       | systemd.part
            5..3:00                       | systemd.part
            0/0:00                        | systemd.part
            06:00:00.5                    | systemd.fraction
            @1700000000                   | systemd.seconds
            2026/2-01-01                  | systemd.years
            2026-02-30 06:00              | systemd.date
            *~02-03                       | systemd.date
            1-2-3-4                       | systemd.date
            1:2:3:4                       | systemd.time
            06:00 noon                    | systemd.expression
            06:00 Europe/Olso             | systemd.expression
            """)
    void refusesWhatItCannotSay(String text, String rule) {
        assertThatThrownBy(() -> CalendarExpression.parse(text).schedule())
                .isInstanceOfSatisfying(CalendarSyntaxException.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }
}

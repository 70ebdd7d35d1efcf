package org.tickmark.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.api.host.tasks.Timing.CatchUp.Policy;
import org.tickmark.api.host.tasks.Timing.FreeDays;

class PlanTest {
    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");

    private static final Instant SAVED = Instant.parse("2026-01-01T12:34:56Z");

    private static Plan plan(Timed timing) {
        return timing.plan(7, SAVED);
    }

    private static Timed utc(String schedule) {
        return Timed.of(schedule, "UTC");
    }

    private static Due due(Plan plan, String from) {
        return plan.first(Instant.parse(from)).orElseThrow();
    }

    private static Stretch stretch(RunState state, String first, String last, long times) {
        return new Stretch(state, Instant.parse(first), Instant.parse(last), times);
    }

    private static Stretch run(String at) {
        return stretch(RunState.WAITING, at, at, 1);
    }

    @Test
    void hasItsNextTimeAfterTheOneThatIsDue() {
        Plan plan = plan(utc("cron:30 6 * * *"));
        Due first = due(plan, "2026-06-01T06:30:00Z");

        Passing passing = plan.pass(first, Instant.parse("2026-06-01T06:30:00.004Z"), false);

        assertThat(first.at()).isEqualTo("2026-06-01T06:30:00Z");
        assertThat(passing.dropped()).isEmpty();
        assertThat(passing.started()).containsExactly(run("2026-06-01T06:30:00Z"));
        assertThat(passing.next().map(Due::nominal)).contains(Instant.parse("2026-06-02T06:30:00Z"));
    }

    @Test
    void leavesATimeThatIsNotDueYetAsItIs() {
        Plan plan = plan(utc("cron:30 6 * * *"));
        Due first = due(plan, "2026-06-01T06:30:00Z");

        Passing passing = plan.pass(first, Instant.parse("2026-06-01T06:29:59.999Z"), false);

        assertThat(passing).isEqualTo(new Passing(List.of(), List.of(), Optional.of(first)));
    }

    @Test
    void endsWithItsLastTime() {
        Plan plan = plan(utc("task:once at 2026-06-01T06:30"));

        Passing passing = plan.pass(due(plan, "2026-01-01T00:00:00Z"), Instant.parse("2026-06-01T06:30:01Z"), false);

        assertThat(passing.started()).containsExactly(run("2026-06-01T06:30:00Z"));
        assertThat(passing.next()).isEmpty();
    }

    @Test
    void neverRunsByItselfWithoutASchedule() {
        assertThat(plan(utc("")).first(MONDAY)).isEmpty();
        assertThat(plan(utc("task:never")).first(MONDAY)).isEmpty();
    }

    @Test
    void keepsToItsStartAndItsEnd() {
        Plan plan = plan(utc("cron:30 6 * * *")
                .between(LocalDateTime.of(2026, 6, 1, 6, 30), LocalDateTime.of(2026, 6, 3, 6, 30)));

        assertThat(plan.first(Instant.EPOCH).map(Due::nominal)).contains(Instant.parse("2026-06-01T06:30:00Z"));
        assertThat(plan.first(Instant.parse("2026-06-02T06:30:00Z"))).isPresent();
        assertThat(plan.first(Instant.parse("2026-06-02T06:30:00.001Z"))).isEmpty();
    }

    @Test
    void runsTheLatestOfThoseThatWentByAndDropsTheOthersAsOneStretch() {
        Plan plan = plan(utc("cron:0 * * * *"));

        Passing passing = plan.pass(due(plan, "2026-06-01T00:00:00Z"), Instant.parse("2026-06-01T05:10:00Z"), false);

        assertThat(passing.dropped())
                .containsExactly(stretch(RunState.MISSED, "2026-06-01T00:00:00Z", "2026-06-01T04:00:00Z", 5));
        assertThat(passing.started()).containsExactly(run("2026-06-01T05:00:00Z"));
    }

    @Test
    void runsNoneOfThoseThatWentByWhereNoneIsCaughtUp() {
        Plan plan = plan(utc("cron:0 * * * *").catchUp(Policy.NONE, null, 1));
        Due first = due(plan, "2026-06-01T00:00:00Z");

        assertThat(plan.pass(first, Instant.parse("2026-06-01T05:10:00Z"), false)
                        .started())
                .isEmpty();
        assertThat(plan.pass(first, Instant.parse("2026-06-01T00:00:59Z"), false)
                        .started())
                .as("what is merely late")
                .containsExactly(run("2026-06-01T00:00:00Z"));
    }

    @Test
    void catchesUpWithTheLatestWithinADay() {
        Plan plan = plan(utc("task:monthly on 1 at 06:00"));
        Due first = due(plan, "2026-06-01T06:00:00Z");

        assertThat(plan.pass(first, Instant.parse("2026-06-02T05:59:00Z"), false)
                        .started())
                .hasSize(1);
        assertThat(plan.pass(first, Instant.parse("2026-06-02T06:00:01Z"), false)
                        .dropped())
                .containsExactly(stretch(RunState.MISSED, "2026-06-01T06:00:00Z", "2026-06-01T06:00:00Z", 1));
    }

    @Test
    void catchesUpWithAllTheOldestFirstAndNoMoreThanItMay() {
        Plan plan = plan(utc("cron:0 * * * *").catchUp(Policy.ALL, Duration.ofHours(24), 3));

        Passing passing = plan.pass(due(plan, "2026-06-01T00:00:00Z"), Instant.parse("2026-06-01T05:10:00Z"), false);

        assertThat(passing.dropped())
                .containsExactly(stretch(RunState.MISSED, "2026-06-01T00:00:00Z", "2026-06-01T02:00:00Z", 3));
        assertThat(passing.started())
                .containsExactly(run("2026-06-01T03:00:00Z"), run("2026-06-01T04:00:00Z"), run("2026-06-01T05:00:00Z"));
    }

    @Test
    void catchesUpWithOneRunForAllWithinTheWindow() {
        Plan plan = plan(utc("cron:0 * * * *").catchUp(Policy.COALESCE, Duration.ofMinutes(190), 1));

        Passing passing = plan.pass(due(plan, "2026-06-01T00:00:00Z"), Instant.parse("2026-06-01T05:10:00Z"), false);

        assertThat(passing.dropped())
                .containsExactly(stretch(RunState.MISSED, "2026-06-01T00:00:00Z", "2026-06-01T01:00:00Z", 2));
        assertThat(passing.started())
                .containsExactly(stretch(RunState.WAITING, "2026-06-01T02:00:00Z", "2026-06-01T05:00:00Z", 4));
    }

    @Test
    void dropsAllThatIsDueWhileItIsPaused() {
        Plan plan = plan(utc("cron:0 * * * *"));

        Passing passing = plan.pass(due(plan, "2026-06-01T00:00:00Z"), Instant.parse("2026-06-01T02:10:00Z"), true);

        assertThat(passing.dropped())
                .containsExactly(stretch(RunState.PAUSED, "2026-06-01T00:00:00Z", "2026-06-01T02:00:00Z", 3));
        assertThat(passing.started()).isEmpty();
    }

    @Test
    void leavesOutFreeDaysAndSaysSo() {
        Plan plan = plan(Timed.of("cron:0 6 * * *", "Europe/Oslo").freeDays("NO", FreeDays.LEAVE_OUT));

        // 17 May is a Sunday in 2026, 25 May is Whit Monday.
        Passing passing = plan.pass(due(plan, "2026-05-22T00:00:00Z"), Instant.parse("2026-05-26T10:00:00Z"), false);

        assertThat(passing.dropped())
                .containsExactly(
                        stretch(RunState.MISSED, "2026-05-22T04:00:00Z", "2026-05-22T04:00:00Z", 1),
                        stretch(RunState.BLACKED_OUT, "2026-05-23T04:00:00Z", "2026-05-25T04:00:00Z", 3));
        assertThat(passing.started()).containsExactly(run("2026-05-26T04:00:00Z"));
    }

    @Test
    void movesWhatFallsOnAFreeDayWhateverTheScheduleIsWrittenIn() {
        for (String schedule :
                List.of("cron:0 6 17 5 *", "quartz:0 0 6 17 5 ?", "cron:0 6 17 5 0", "yearly on 17 May at 6")) {
            Timed timing = Timed.of(schedule, "Europe/Oslo");

            assertThat(plan(timing.freeDays("NO", FreeDays.BEFORE))
                            .first(Instant.parse("2027-05-12T00:00:00Z"))
                            .map(Due::nominal))
                    .as(schedule)
                    .contains(Instant.parse("2027-05-14T04:00:00Z"));
            assertThat(plan(timing.freeDays("NO", FreeDays.AFTER))
                            .first(Instant.parse("2027-05-16T22:00:00Z"))
                            .map(Due::nominal))
                    .as(schedule)
                    .contains(Instant.parse("2027-05-18T04:00:00Z"));
        }
    }

    @Test
    void takesATimeThatIsAlwaysOnAFreeDayForOneThatNeverRuns() {
        Plan plan = plan(Timed.of("cron:0 6 1 1 *", "Europe/Oslo").freeDays("NO", FreeDays.LEAVE_OUT));

        assertThat(plan.first(MONDAY)).isPresent();
        assertThat(plan.firstRun(MONDAY)).isEmpty();
    }

    @Test
    void countsAYearOfSecondsAtOnce() {
        Plan plan = plan(utc("task:every PT1S from 2026-01-01T00:00:00Z"));
        Due first = due(plan, "2026-01-01T00:00:00Z");

        Passing passing = plan.pass(first, Instant.parse("2027-01-01T00:00:00Z"), false);

        assertThat(passing.dropped())
                .containsExactly(
                        stretch(RunState.MISSED, "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", 365L * 86_400));
        assertThat(passing.started()).containsExactly(run("2027-01-01T00:00:00Z"));
    }

    @Test
    void refusesWhatItCannotReadAndSaysTheField() {
        assertInvalid(utc("cron:0 6 30 2"), "schedule");
        assertInvalid(utc("every Tusday at 9"), "schedule");
        assertInvalid(Timed.of("cron:0 6 * * *", "Europe/Olso"), "zone");
        assertInvalid(utc("cron:0 6 * * *").freeDays("XX", FreeDays.RUN), "calendar");
        assertInvalid(utc("cron:0 6 * * *").freeDays(null, FreeDays.AFTER), "calendar");
        assertInvalid(utc("task:every PT5M from 2026-01-01T00:00:00Z").freeDays("NO", FreeDays.AFTER), "free-days");
        assertInvalid(utc("cron:0 6 * * *").jitter(Duration.ofSeconds(-1)), "jitter");
        assertInvalid(utc("cron:0 6 * * *").catchUp(Policy.ALL, null, 0), "catch-up.most");
        assertInvalid(utc("cron:0 6 * * *").catchUp(Policy.ALL, Duration.ofSeconds(1), 5), "catch-up.window");
        LocalDateTime start = LocalDateTime.of(2026, 6, 1, 6, 30);
        assertInvalid(utc("cron:0 6 * * *").between(start, start), "end");
        assertInvalid(utc("cron:0 6 * * *").between(start.plusNanos(1), null), "start");
    }

    private static void assertInvalid(Timed timing, String field) {
        assertThatThrownBy(() -> plan(timing)).isInstanceOfSatisfying(TickmarkException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("task.invalid");
            assertThat(refused.problem().where()).contains(field);
            assertThat(refused.problem().advice()).isPresent();
        });
    }

    @Test
    void drawsTheSameJitterForTheSameTimeAndAnotherForAnotherTask() {
        Timed timing = utc("cron:0 6 * * *").jitter(Duration.ofMinutes(30));
        Plan plan = plan(timing);
        Plan other = timing.plan(8, SAVED);

        assertThat(plan(timing).first(MONDAY)).isEqualTo(plan.first(MONDAY));
        assertThat(other.first(MONDAY)).isNotEqualTo(plan.first(MONDAY));
    }

    @Test
    void keepsTheTimesOfDayThatWordsSay() {
        Timing said = ScheduleText.canonical(Timing.of("hver hverdag kl 6", "Europe/Oslo"), SAVED, Locale.ENGLISH);

        assertThat(said.schedule()).isEqualTo("task:weekly on MO,TU,WE,TH,FR at 06:00");
        assertThat(said.start()).isEmpty();
    }
}

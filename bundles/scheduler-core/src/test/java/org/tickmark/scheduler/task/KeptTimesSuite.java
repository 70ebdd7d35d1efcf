package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.host.tasks.RunState;
import org.tickmark.api.host.tasks.ScheduleKind;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Tasks.Firing;
import org.tickmark.api.host.tasks.Timing;
import org.tickmark.kit.jdbc.Sql;

/** Tasks that run at times which another bundle looks after, on either database. */
abstract class KeptTimesSuite extends TasksFixture {
    private static final String SERIES = "series:3";
    private static final String TUESDAYS = "pattern:weekly on TU";

    /** Tuesdays from 2 June 2026 at nine in Oslo. */
    private static final Kept PLAIN = kept(TUESDAYS, List.of(), List.of());

    private final Map<String, Kept> told = new TreeMap<>(Map.of("3", PLAIN));
    private final ScheduleKind kind = new ScheduleKind() {
        @Override
        public Optional<Kept> times(Caller caller, String name) {
            return Optional.ofNullable(told.get(name));
        }
    };

    @BeforeEach
    void addKind() {
        kinds.add(kind, Map.of(ScheduleKind.KIND, "series"));
        addNode();
    }

    private static Kept kept(String rule, List<String> without, List<String> extra) {
        return new Kept(
                LocalDateTime.parse("2026-06-02T09:00"),
                "Europe/Oslo",
                rule,
                without.stream().map(LocalDateTime::parse).toList(),
                extra.stream().map(LocalDateTime::parse).toList());
    }

    private void save(String schedule) {
        tasks.save(ANNA, Samples.task("follow", schedule), false);
    }

    private void tell(Kept kept) {
        told.put("3", kept);
        tasks.refresh(SERIES);
    }

    private List<String> firings(Timing timing, String from, int count) {
        return tasks.preview(ANNA, timing, Instant.parse(from), count).stream()
                .map(Firing::local)
                .map(LocalDateTime::toString)
                .toList();
    }

    private List<String> dropped() {
        return transactions().reading(tx -> Sql.on(
                        tx.connection(), "select state, nominal_at, times from run_history order by nominal_at")
                .list(row -> row.text("state") + " " + row.instant("nominal_at") + " " + row.number("times")));
    }

    @Test
    void runsAtTheseTimesAndKeepsThemWhileTheBundleIsAway() {
        save(SERIES);
        kinds.remove(kind);

        Task task = task("follow");
        assertThat(task.definition().timing().schedule()).isEqualTo(SERIES);
        assertThat(task.next()).contains(Instant.parse("2026-06-02T07:00:00Z"));
        assertThat(task.waiting()).isEmpty();
        assertThat(revision(new StoredPlans(), task.id())).contains(1);
        assertThat(tasks.exportText(ANNA, List.of("follow"))).contains("schedule: series:3");
    }

    @Test
    void whatIsMovedDeletedAndAddedIsSo() {
        told.put(
                "3",
                kept(
                        TUESDAYS,
                        List.of("2026-06-09T09:00", "2026-06-16T09:00", "2026-06-23T09:00"),
                        List.of("2026-06-17T12:00", "2026-06-20T08:00", "2026-06-23T09:00")));

        assertThat(firings(Timing.of(SERIES, "UTC"), "2026-06-01T00:00:00Z", 6))
                .containsExactly(
                        "2026-06-02T09:00",
                        "2026-06-17T12:00",
                        "2026-06-20T08:00",
                        "2026-06-23T09:00",
                        "2026-06-30T09:00",
                        "2026-07-07T09:00");
    }

    @Test
    void theClocksOfTheirZoneHoldThroughItsChanges() {
        List<Firing> firings =
                tasks.preview(ANNA, Timing.of(SERIES, "America/New_York"), Instant.parse("2026-10-19T00:00:00Z"), 2);

        assertThat(firings)
                .extracting(firing -> firing.instant().toString())
                .containsExactly("2026-10-20T07:00:00Z", "2026-10-27T08:00:00Z");
        told.put(
                "3",
                new Kept(
                        LocalDateTime.parse("2026-03-01T02:30"),
                        "Europe/Oslo",
                        "pattern:weekly on SU",
                        List.of(),
                        List.of()));
        Firing inGap = tasks.preview(ANNA, Timing.of(SERIES, "UTC"), Instant.parse("2026-03-29T00:00:00Z"), 1)
                .get(0);
        assertThat(inGap.local()).isEqualTo("2026-03-29T03:30");
        assertThat(inGap.note().orElseThrow().id()).isEqualTo("firing.gap");
        told.put(
                "3",
                new Kept(
                        LocalDateTime.parse("2026-10-25T02:00"),
                        "Europe/Oslo",
                        "RRULE:FREQ=HOURLY",
                        List.of(),
                        List.of()));
        assertThat(tasks.preview(ANNA, Timing.of(SERIES, "UTC"), Instant.parse("2026-10-25T00:00:00Z"), 2))
                .extracting(firing -> firing.instant().toString())
                .containsExactly("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void aChangeIsFollowedAndWhatWasDueBeforeIsMissed() {
        save(SERIES);
        clock.advance(Duration.ofDays(2));
        tell(kept("pattern:weekly on FR", List.of(), List.of()));

        assertThat(task("follow").next()).contains(Instant.parse("2026-06-05T07:00:00Z"));
        assertThat(task("follow").revision()).isEqualTo(2);
        assertThat(dropped()).containsExactly("MISSED 2026-06-02T07:00:00Z 1");
        tasks.refresh(SERIES);
        tasks.refresh("series:");
        assertThat(task("follow").revision()).isEqualTo(2);
        assertThat(tasks.revisions(ANNA, "follow").get(0).by()).isEqualTo("system");
    }

    @Test
    void aTaskWhoseTimesAreNoMoreSaysSoAndRunsAgainWhenTheyAreBack() {
        save(SERIES);
        told.clear();
        tasks.refresh(SERIES);

        Task waiting = task("follow");
        assertThat(waiting.next()).isEmpty();
        assertThat(waiting.waiting().orElseThrow().id()).isEqualTo("waiting.schedule");
        assertThat(waiting.waiting().orElseThrow().arguments()).containsExactly(SERIES);
        tasks.activate(ANNA, "follow", false);
        tasks.activate(ANNA, "follow", true);
        assertThat(task("follow").waiting()).isPresent();
        tell(PLAIN);
        assertThat(task("follow").waiting()).isEmpty();
        assertThat(task("follow").next()).contains(Instant.parse("2026-06-02T07:00:00Z"));
    }

    @Test
    void otherEditsAndOtherTasksLeaveTheTimesAlone() {
        save(SERIES);
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.activate(ANNA, "follow", false);
        tell(kept("pattern:weekly on FR", List.of(), List.of()));
        tasks.activate(ANNA, "follow", true);

        assertThat(task("follow").next()).contains(Instant.parse("2026-06-05T07:00:00Z"));
        assertThat(task("nightly").revision()).isEqualTo(1);
        save(NIGHTLY);
        tell(PLAIN);
        assertThat(task("follow").definition().timing().schedule()).isEqualTo(NIGHTLY);
        assertThat(task("follow").next()).contains(Instant.parse("2026-06-02T04:30:00Z"));
        save(SERIES);
        tasks.remove(ANNA, "follow");
        tasks.refresh(SERIES);
        assertThat(tasks.task(ANNA, "follow")).isEmpty();
    }

    @Test
    void leavesOutFreeDaysAndEndsAsTheTaskSays() {
        told.put(
                "3",
                new Kept(
                        LocalDateTime.parse("2026-12-18T09:00"),
                        "Europe/Oslo",
                        "pattern:weekly on FR",
                        List.of(),
                        List.of()));
        Timing usual = Timing.of(SERIES, "Europe/Oslo");
        Timing timing = new Timing(
                SERIES,
                usual.zone(),
                usual.gap(),
                usual.overlap(),
                Optional.empty(),
                Optional.of(LocalDateTime.parse("2027-01-09T00:00")),
                Optional.of("NO"),
                Timing.FreeDays.LEAVE_OUT,
                usual.jitter(),
                usual.catchUp());

        assertThat(firings(timing, "2026-12-01T00:00:00Z", 9)).containsExactly("2026-12-18T09:00", "2027-01-08T09:00");
    }

    @Test
    void refusesWhatNobodyLooksAfterAndWhatTheTimesDoNotTake() {
        assertRefused("task.invalid", "schedule", () -> save("series:4"));
        assertRefused("task.invalid", "schedule", () -> save("tide:oslo"));
        assertRefused(
                "task.invalid", "start", () -> tasks.save(ANNA, timed(Timing.FreeDays.RUN, "2026-06-01T00:00"), false));
        assertRefused("task.invalid", "free-days", () -> tasks.save(ANNA, timed(Timing.FreeDays.AFTER, ""), false));
        assertThat(tasks.task(ANNA, "follow")).isEmpty();
    }

    private static TaskDefinition timed(Timing.FreeDays freeDays, String start) {
        Timing usual = Timing.of(SERIES, "Europe/Oslo");
        Timing timing = new Timing(
                SERIES,
                usual.zone(),
                usual.gap(),
                usual.overlap(),
                Optional.of(start).filter(text -> !text.isEmpty()).map(LocalDateTime::parse),
                Optional.empty(),
                Optional.of("NO"),
                freeDays,
                usual.jitter(),
                usual.catchUp());
        return Samples.with("follow", timing, Optional.empty());
    }

    @Test
    void runStatesAreThoseOfAnyOtherTask() {
        save(SERIES);
        clock.advance(Duration.ofDays(9));
        tasks.activate(ANNA, "follow", false);

        assertThat(dropped()).containsExactly(RunState.MISSED + " 2026-06-02T07:00:00Z 2");
    }
}

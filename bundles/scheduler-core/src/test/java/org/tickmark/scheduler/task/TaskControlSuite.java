package org.tickmark.scheduler.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.tasks.Task;
import org.tickmark.api.message.Message;
import org.tickmark.kit.jdbc.Sql;

/** What people and dispatchers are promised of whether tasks run, on either database. */
abstract class TaskControlSuite extends TasksFixture {
    @Test
    void pausesByNameAndByTag() {
        tasks.saveAll(ANNA, List.of(tagged("a", "bank"), tagged("b", "bank", "night"), tagged("c", "banks")), false);

        assertThat(tasks.pause(ANNA, List.of("#bank", "a"), Optional.empty(), "The bank moves"))
                .isEqualTo(2);
        assertThat(task("b").pause()).contains(new Task.Pause(Optional.empty(), "The bank moves", "os:anna"));
        assertThat(task("c").pause()).isEmpty();
        assertThat(tasks.resume(ANNA, List.of("#bank"))).isEqualTo(2);
        assertThat(task("a").pause()).isEmpty();
        assertRefused("task.unknown", () -> tasks.pause(ANNA, List.of("nobody"), Optional.empty(), ""));
        assertRefused("task.pause-over", () -> tasks.pause(ANNA, List.of("a"), Optional.of(clock.instant()), ""));
    }

    @Test
    void endsAPauseByItself() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.pause(ANNA, List.of("nightly"), Optional.of(clock.instant().plusSeconds(60)), "for a minute");
        assertThat(task("nightly").pause()).isPresent();

        clock.advance(Duration.ofSeconds(60));
        assertThat(task("nightly").pause()).isEmpty();
    }

    @Test
    void holdsAllStartsAndTakesTheDatabaseForItsOwnWhenTheyGoOn() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        tasks.hold(ANNA, true, "Year-end");
        assertThat(tasks.held(ANNA)).contains("Year-end");
        assertThat(task("nightly").waiting().map(Message::toString)).contains("All starts are held: Year-end");

        tasks.hold(ANNA, false, "");
        assertThat(tasks.held(ANNA)).isEmpty();
        String identity = transactions().reading(tx -> Sql.on(tx.connection(), "select identity from scheduler")
                .one(row -> row.text("identity")));
        assertThat(identity).isEqualTo("here");
    }

    @Test
    void saysWhatATaskWaitsFor() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        assertThat(task("nightly").waiting().map(Message::toString))
                .contains("No node has the executor import just now.");

        addNode();
        assertThat(task("nightly").waiting()).isEmpty();
    }

    @Test
    void startsATaskOnceForTheSameWish() {
        tasks.save(ANNA, active(Samples.task("nightly", NIGHTLY), false), false);

        long run = tasks.start(ANNA, "nightly", Map.of("unit", "fjord"), "wish-1");
        assertThat(tasks.start(ANNA, "nightly", Map.of("unit", "fjord"), "wish-1"))
                .isEqualTo(run);
        assertThat(tasks.start(ANNA, "nightly", Map.of(), "")).isNotEqualTo(run);
        assertThat(starters()).containsExactly("os:anna", "os:anna");
        assertThat(events.topics()).containsExactly("task.saved", "task.started", "task.started");
        assertRefused("task.invalid", () -> tasks.start(ANNA, "nightly", Map.of("most", "x"), ""));
        assertRefused("task.unknown", () -> tasks.start(ANNA, "nobody", Map.of(), ""));
    }

    private List<String> starters() {
        return transactions().reading(tx -> Sql.on(tx.connection(), "select caller from run_starter")
                .list(row -> row.text("caller")));
    }

    @Test
    void makesUpForTimesOfThePastThatHadNoRun() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        Instant from = Instant.parse("2026-05-01T00:00:00Z");
        Instant to = Instant.parse("2026-05-11T00:00:00Z");

        assertRefused("task.backfill-too-much", () -> tasks.backfill(ANNA, "nightly", from, to, 9));
        assertThat(tasks.backfill(ANNA, "nightly", from, to, 10)).hasSize(10);
        assertThat(starters()).hasSize(10);
        assertThat(tasks.backfill(ANNA, "nightly", from, to, 10)).isEmpty();
        assertRefused(
                "task.backfill-future",
                () -> tasks.backfill(ANNA, "nightly", from, clock.instant().plusSeconds(1), 10));
    }

    @Test
    void unlocksATask() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);

        assertThat(tasks.unlock(ANNA, "nightly")).isEqualTo(1);
        assertThat(runs.runningEnded).containsExactly(task("nightly").id());
    }

    @Test
    void givesDispatchersTheDefinitionThatHolds() {
        tasks.save(ANNA, Samples.task("nightly", NIGHTLY), false);
        long id = task("nightly").id();
        StoredPlans plans = new StoredPlans();

        assertThat(revision(plans, id)).contains(1);
        tasks.save(ANNA, Samples.task("nightly", "cron:0 7 * * *"), false);
        assertThat(revision(plans, id)).contains(2);
        tasks.remove(ANNA, "nightly");
        assertThat(revision(plans, id)).isEmpty();
    }
}

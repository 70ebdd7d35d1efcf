package org.tickmark.scheduler.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.Retry;
import org.tickmark.api.host.tasks.Running;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.host.tasks.Timing;

/** Draws tasks of all kinds: schedules, policies, keys, retries, chains. */
final class TaskMaker {
    private static final List<String> SCHEDULES = List.of(
            "task:every PT20S from 2026-01-01T00:00:00Z",
            "task:every PT1M from 2026-01-01T00:00:00Z",
            "task:every PT3M from 2026-01-01T00:00:00Z",
            "cron:* * * * *",
            "cron:*/2 * * * *",
            "cron:0,10,30 * * * *",
            "quartz:0/30 * * * * ?",
            "quartz:15,45 */2 * * * ?",
            "");

    private final Random random;

    TaskMaker(Random random) {
        this.random = random;
    }

    /** Tasks, those first that others follow. */
    List<TaskDefinition> tasks(Instant now) {
        List<TaskDefinition> tasks = new ArrayList<>();
        int scheduled = 2 + random.nextInt(4);
        for (int i = 0; i < scheduled; i++) {
            tasks.add(task("t" + i, timing(now), Optional.empty()));
        }
        int following = random.nextInt(4);
        for (int i = 0; i < following; i++) {
            tasks.add(task("f" + i, Timing.never("UTC"), Optional.of(after(tasks))));
        }
        return tasks;
    }

    private After after(List<TaskDefinition> before) {
        List<String> names = new ArrayList<>();
        before.forEach(task -> names.add(task.name()));
        Collections.shuffle(names, random);
        return new After(
                names.subList(0, Math.min(names.size(), 1 + random.nextInt(3))),
                one(After.Condition.values()),
                one(After.Join.values()));
    }

    private TaskDefinition task(String name, Timing timing, Optional<After> after) {
        return new TaskDefinition(
                name, "", List.of(), "os:anna", "work", Map.of(), timing, after, running(), retry(), true);
    }

    Timing timing(Instant now) {
        String zone = random.nextBoolean() ? "UTC" : "Europe/Oslo";
        String schedule = SCHEDULES.get(random.nextInt(SCHEDULES.size()));
        boolean leavesOut = zone.equals("Europe/Oslo") && schedule.startsWith("cron") && random.nextBoolean();
        Optional<LocalDateTime> end = random.nextInt(6) == 0
                ? Optional.of(LocalDateTime.ofInstant(now.plusSeconds(60L * random.nextInt(20)), ZoneId.of(zone))
                        .withNano(0)
                        .plusMinutes(1))
                : Optional.empty();
        return new Timing(
                schedule,
                zone,
                one(Timing.Gap.values()),
                one(Timing.Overlap.values()),
                Optional.empty(),
                end,
                leavesOut ? Optional.of("NO") : Optional.empty(),
                leavesOut ? Timing.FreeDays.LEAVE_OUT : Timing.FreeDays.RUN,
                random.nextInt(3) == 0 ? Duration.ofSeconds(1 + random.nextInt(40)) : Duration.ZERO,
                catchUp());
    }

    private Timing.CatchUp catchUp() {
        return new Timing.CatchUp(
                one(Timing.CatchUp.Policy.values()),
                random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofSeconds(60 + random.nextInt(600))),
                1 + random.nextInt(4));
    }

    Running running() {
        return new Running(
                Duration.ofSeconds(20 + random.nextInt(80)),
                one(Running.WhenBusy.values()),
                random.nextInt(20) - 10,
                random.nextInt(3) == 0 ? Optional.of("k" + random.nextInt(2)) : Optional.empty(),
                List.of(),
                random.nextInt(4) == 0);
    }

    private Retry retry() {
        return random.nextInt(3) == 0
                ? Retry.NONE
                : new Retry(
                        1 + random.nextInt(3),
                        Duration.ofSeconds(1 + random.nextInt(30)),
                        one(Retry.Backoff.values()),
                        Duration.ofSeconds(40));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}

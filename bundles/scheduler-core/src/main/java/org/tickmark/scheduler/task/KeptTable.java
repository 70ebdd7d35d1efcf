package org.tickmark.scheduler.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.host.tasks.ScheduleKind.Kept;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.scheduler.plan.ScheduleText;

/** The table {@code task_kept}: what tasks know of times that another bundle looks after. */
final class KeptTable {
    private static final String START = "start";
    private static final String ZONE = "zone";
    private static final String RULE = "rule";
    private static final String WITHOUT = "without";
    private static final String EXTRA = "extra";

    private KeptTable() {}

    /** A task by its name, and the schedule that it follows. */
    record Follower(String task, String schedule) {}

    /** The tasks that follow a schedule, or, where it ends with a colon, any of that kind. */
    static List<Follower> followers(Connection connection, String schedule) throws SQLException {
        boolean anyOfKind = schedule.endsWith(":");
        return Sql.on(
                        connection,
                        "select t.live_name, k.schedule from task_kept k join task t on t.id = k.task_id"
                                + " where t.live_name is not null and k.schedule "
                                + (anyOfKind ? "like ?" : "= ?") + " order by t.live_name")
                .with(anyOfKind ? schedule + "%" : schedule)
                .list(row -> new Follower(row.text("live_name"), row.text("schedule")));
    }

    /** Writes what tasks know now that were just saved. */
    static void replace(Connection connection, Collection<StandingTask> tasks) throws SQLException {
        List<Long> before = tasks.stream()
                .filter(task -> task.revision() > 1)
                .map(StandingTask::id)
                .toList();
        if (!before.isEmpty()) {
            remove(connection, before);
        }
        for (StandingTask task : tasks) {
            String schedule = task.definition().timing().schedule();
            if (ScheduleText.isKept(schedule)) {
                Sql.on(connection, "insert into task_kept (task_id, schedule, times) values (?, ?, ?)")
                        .with(task.id(), schedule, task.kept().map(KeptTable::write))
                        .update();
            }
        }
    }

    static void remove(Connection connection, Collection<Long> tasks) throws SQLException {
        Sql.on(connection, "delete from task_kept where task_id = any(?)")
                .with(Sql.longs(tasks))
                .update();
    }

    private static String write(Kept kept) {
        return JsonTexts.write(Map.of(
                START, kept.start().toString(),
                ZONE, kept.zone(),
                RULE, kept.rule(),
                WITHOUT, spaced(kept.without()),
                EXTRA, spaced(kept.extra())));
    }

    private static String spaced(List<LocalDateTime> times) {
        return times.stream().map(LocalDateTime::toString).collect(Collectors.joining(" "));
    }

    static Optional<Kept> read(Optional<String> json) {
        return json.map(JsonTexts::read)
                .map(texts -> new Kept(
                        LocalDateTime.parse(texts.get(START)),
                        texts.get(ZONE),
                        texts.get(RULE),
                        times(texts.get(WITHOUT)),
                        times(texts.get(EXTRA))));
    }

    private static List<LocalDateTime> times(String spaced) {
        return Arrays.stream(spaced.split(" ", -1))
                .filter(time -> !time.isEmpty())
                .map(LocalDateTime::parse)
                .toList();
    }
}

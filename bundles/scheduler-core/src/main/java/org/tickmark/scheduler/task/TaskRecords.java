package org.tickmark.scheduler.task;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.tasks.After;
import org.tickmark.api.host.tasks.TaskDefinition;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.record.PlainQueries;
import org.tickmark.scheduler.plan.Due;

/** Tasks as records. To be extended by the component that registers it. Safe for use from many threads. */
public class TaskRecords implements RecordSource {
    private static final List<Column> COLUMNS = List.of(
            Column.text("name"),
            Column.message("state"),
            Column.text("executor"),
            Column.text("schedule"),
            Column.text("zone"),
            Column.list("follows"),
            Column.instant("next"),
            Column.message("last"),
            Column.instant("last_at"),
            Column.integer("took_ms"),
            Column.integer("failures"),
            Column.integer("running"),
            Column.text("owner"),
            Column.list("tags"));

    private static final String NAME = "name";
    private static final String STATE = "state";
    private static final String TAGS = "tags";
    private static final String FOLLOWS = "follows";
    private static final String PARAMETER = "parameter";
    private static final String LAST = "last";

    /** The conditions that the database can check; {@code never} is how the last run ended where there was none. */
    private static final Map<String, String> CONDITIONS = Map.of(
            NAME,
            "t.live_name = ?",
            "executor",
            "t.executor = ?",
            "owner",
            "t.owner = ?",
            TAGS,
            "t.tags like ?",
            PARAMETER,
            "t.definition like ? escape '!'",
            FOLLOWS,
            "exists (select 1 from task_follows f join task l on l.id = f.parent_id where f.task_id = t.id and"
                    + " l.live_name = ?)",
            LAST,
            "lower(replace(coalesce(s.last_state, 'NEVER'), '_', '-')) = ?");

    /** What the database knows of a state, which is found out row by row: few rows are read where few can be in it. */
    private static final Map<String, String> HINTS = Map.of(
            "off",
            "not t.active",
            "failing",
            "s.failures > 0",
            "late",
            "d.due_at < ?",
            "paused",
            "p.reason is not null");

    private static final String SELECT = """
        select t.id, t.revision, t.placement_id, t.definition, t.saved_at, k.times, d.due_at, d.nominal_at,
          s.last_state, s.last_ended_at, s.failures, h.claimed_at, p.reason,
          (select count(*) from run u where u.task_id = t.id and u.state in ('RUNNING', 'SPLIT')) as under_way
        from task t
          left join task_kept k on k.task_id = t.id
          left join due d on d.id = -t.id
          left join task_state s on s.task_id = t.id
          left join run_history h on h.id = s.last_run_id
          left join task_pause p on p.task_id = t.id and (p.until_at is null or p.until_at > ?)
        where t.live_name > ?
        """;

    private static final Duration LATE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Clock clock;

    /** Records of the tasks in the database. */
    protected TaskRecords(Transactions transactions, Clock clock) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public final List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public final Table list(Caller caller, RecordQuery query) {
        caller.require(Permission.TASK_READ);
        PlainQueries.require(query.holding(""));
        query.equal().keySet().forEach(TaskRecords::requireCondition);
        Table.Builder table = Table.under(COLUMNS);
        transactions.reading(tx -> rows(tx, query)).forEach(row -> table.row(row.toArray()));
        return table.build();
    }

    private static void requireCondition(String column) {
        if (!column.equals(STATE) && !CONDITIONS.containsKey(column)) {
            throw Problem.error("record.column", TaskProblems.message("condition"))
                    .found(column)
                    .expected(String.join(", ", NAME, STATE, "executor", "owner", TAGS, PARAMETER, FOLLOWS, LAST))
                    .exception();
        }
    }

    /** Page by page, since the state of a task is known only when its row is read. */
    private List<List<Object>> rows(Tx tx, RecordQuery query) throws SQLException {
        Instant now = clock.instant();
        ServedPlaces places = ServedPlaces.at(tx.connection(), now);
        Optional<String> state = Optional.ofNullable(query.equal().get(STATE));
        List<List<Object>> rows = new ArrayList<>();
        String after = query.after();
        while (rows.size() < query.limit()) {
            List<Listed> page = page(tx, query, after, now);
            for (Listed listed : page) {
                String found = listed.state(places, now);
                if (rows.size() < query.limit() && state.map(found::equals).orElse(true)) {
                    rows.add(listed.values(found));
                }
            }
            if (page.size() < query.limit()) {
                break;
            }
            after = page.get(page.size() - 1).task().name();
        }
        return rows;
    }

    private static List<Listed> page(Tx tx, RecordQuery query, String after, Instant now) throws SQLException {
        StringBuilder text = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>(List.of(now, after));
        CONDITIONS.forEach((column, condition) -> {
            if (query.equal().containsKey(column)) {
                text.append(" and ").append(condition);
                values.add(compared(column, query.equal().get(column)));
            }
        });
        Optional.ofNullable(query.equal().get(STATE)).map(HINTS::get).ifPresent(hint -> {
            text.append(" and ").append(hint);
            values.addAll(hint.contains("?") ? List.of(now) : List.of());
        });
        if (!query.holding().isEmpty()) {
            text.append(" and (lower(t.live_name) like ? escape '!' or lower(t.tags) like ? escape '!')");
            values.addAll(Collections.nCopies(2, Sql.holding(query.holding())));
        }
        text.append(" order by t.live_name limit ").append(query.limit());
        return Sql.on(tx.connection(), text.toString()).with(values.toArray()).list(Listed::read);
    }

    /** What the database compares a column with, of a value that a condition gives. */
    private static String compared(String column, String value) {
        return switch (column) {
            case TAGS -> "% " + value + " %";
            case PARAMETER -> Sql.containing(DefinitionJson.parameter(value));
            default -> value;
        };
    }

    /**
     * A task as it is listed.
     *
     * @param dueAt when it is due next
     * @param nominal the time it is due for then
     * @param lastState how its last run ended
     * @param lastAt when
     * @param lastBegan when that began
     */
    private record Listed(
            StandingTask task,
            Optional<Instant> dueAt,
            Optional<Instant> nominal,
            Optional<String> lastState,
            Optional<Instant> lastAt,
            Optional<Instant> lastBegan,
            long failures,
            long running,
            boolean isPaused) {
        static Listed read(Row row) throws SQLException {
            return new Listed(
                    TaskTable.read(row),
                    row.optionalInstant("due_at"),
                    row.optionalInstant("nominal_at"),
                    row.optionalText("last_state"),
                    row.optionalInstant("last_ended_at"),
                    row.optionalInstant("claimed_at"),
                    row.optionalNumber("failures").orElse(0L),
                    row.number("under_way"),
                    row.optionalText("reason").isPresent());
        }

        String state(ServedPlaces places, Instant now) {
            if (!task.definition().active()) {
                return "off";
            }
            if (isPaused) {
                return "paused";
            }
            if (places.missing(task).isPresent()) {
                return "waiting";
            }
            if (running == 0 && dueAt.filter(at -> at.plus(LATE).isBefore(now)).isPresent()) {
                return "late";
            }
            return failures > 0 ? "failing" : "on";
        }

        List<Object> values(String state) {
            TaskDefinition definition = task.definition();
            List<Object> values = new ArrayList<>();
            values.add(definition.name());
            values.add(TaskProblems.message(state));
            values.add(definition.executor());
            values.add(definition.timing().schedule());
            values.add(definition.timing().zone());
            values.add(definition.after().map(After::tasks).orElse(List.of()));
            values.add(nominal.flatMap(time -> task.plan().firstRun(time))
                    .map(Due::at)
                    .orElse(null));
            values.add(lastState.map(Listed::word).map(TaskProblems::message).orElse(null));
            values.add(lastAt.orElse(null));
            values.add(lastBegan
                    .flatMap(began ->
                            lastAt.map(ended -> Duration.between(began, ended).toMillis()))
                    .orElse(null));
            values.add(failures);
            values.add(running);
            values.add(definition.owner());
            values.add(definition.tags());
            return values;
        }

        private static String word(String state) {
            return state.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

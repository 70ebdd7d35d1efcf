package org.tickmark.scheduler.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.tasks.Run;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.record.PlainQueries;

/** Runs as records, the newest first. To be extended by the component that registers it. Safe for use from many threads. */
public class RunRecords implements RecordSource {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("task"),
            Column.message("cause"),
            Column.message("state"),
            Column.instant("nominal"),
            Column.instant("started_at"),
            Column.instant("ended_at"),
            Column.integer("took_ms"),
            Column.integer("attempt"),
            Column.integer("times"),
            Column.text("node"),
            Column.integer("sent"),
            Column.integer("received"),
            Column.text("summary"),
            Column.text("started_by"),
            Column.message("outcome"));

    private static final List<String> CONDITIONS = List.of("task", "cause", "state", "outcome");

    private final Transactions transactions;

    /** Records of the runs in the database. */
    protected RunRecords(Transactions transactions) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public final List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public final Table list(Caller caller, RecordQuery query) {
        caller.require(Permission.TASK_READ);
        PlainQueries.require(query.holding(""));
        OverviewTable.Wanted wanted = wanted(query);
        Table.Builder table = Table.under(COLUMNS);
        transactions.reading(tx -> OverviewTable.list(tx.connection(), wanted)).forEach(run -> table.row(values(run)));
        return table.build();
    }

    /** Conditions as the database has them: names of constants instead of ids of messages. */
    private static OverviewTable.Wanted wanted(RecordQuery query) {
        Map<String, List<String>> within = new TreeMap<>();
        query.equal().forEach((column, value) -> {
            switch (column) {
                case "task" -> within.merge(column, List.of(value), RunRecords::both);
                case "cause", "state" -> within.merge(column, List.of(constant(value)), RunRecords::both);
                case "outcome" -> within.merge("state", Outcome.states(value), RunRecords::both);
                default ->
                    throw Problem.error("record.column", Texts.message("condition"))
                            .found(column)
                            .expected(String.join(", ", CONDITIONS))
                            .exception();
            }
        });
        long before = query.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(query.after());
        return new OverviewTable.Wanted(within, query.holding(), before, query.limit());
    }

    private static List<String> both(List<String> some, List<String> others) {
        return some.stream().filter(others::contains).toList();
    }

    private static String constant(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Object[] values(Run run) {
        return new Object[] {
            run.id(),
            run.task(),
            word(run.cause()),
            word(run.state()),
            run.nominal(),
            run.startedAt().orElse(null),
            run.endedAt().orElse(null),
            tookMillis(run),
            (long) run.attempt(),
            run.times(),
            run.node(),
            run.sent(),
            run.received(),
            run.summary(),
            run.startedBy(),
            Texts.message(Outcome.of(run.state()).id())
        };
    }

    private static Long tookMillis(Run run) {
        return run.startedAt().isPresent() && run.endedAt().isPresent()
                ? Duration.between(run.startedAt().get(), run.endedAt().get()).toMillis()
                : null;
    }

    private static Message word(Enum<?> constant) {
        return Texts.message(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}

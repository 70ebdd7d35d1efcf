package org.tickmark.batch;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.record.PlainQueries;

/** Night runs as records. A caller who may see some units only sees the runs that touched no other. */
final class RunRecords implements RecordSource {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("mode"),
            Column.text("state"),
            Column.integer("exit_code"),
            Column.text("caller"),
            Column.text("origin"),
            Column.date("as_of"),
            Column.instant("started_at"),
            Column.instant("finished_at"),
            Column.list("units"),
            Column.integer("files"),
            Column.integer("entries"),
            Column.integer("matched"),
            Column.integer("open_items"));

    private final Transactions transactions;

    RunRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Table list(Caller caller, RecordQuery query) {
        caller.require(Permission.IMPORT_READ);
        caller.require(Permission.RECONCILIATION_READ);
        PlainQueries.require(query);
        query.equal().keySet().forEach(RunRecords::requireColumn);
        Table.Builder table = Table.under(COLUMNS);
        transactions.reading(tx -> runsAfter(tx, query.after())).stream()
                .filter(run -> run.units.stream().allMatch(caller::maySee))
                .map(RunRow::values)
                .filter(values -> meets(query, values))
                .limit(query.limit())
                .forEach(table::row);
        return table.build();
    }

    private static void requireColumn(String name) {
        List<String> names = COLUMNS.stream().map(Column::name).toList();
        if (!names.contains(name)) {
            throw Problem.error("record.column", Texts.message("record.column", name))
                    .found(name)
                    .expected(String.join(", ", names))
                    .exception();
        }
    }

    private static boolean meets(RecordQuery query, Object[] values) {
        return IntStream.range(0, COLUMNS.size()).allMatch(i -> {
            String wanted = query.equal().get(COLUMNS.get(i).name());
            return wanted == null || wanted.equals(text(values[i]));
        });
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<RunRow> runsAfter(Tx tx, String key) throws SQLException {
        Map<Long, RunRow> runs = new LinkedHashMap<>();
        Sql.on(tx.connection(), """
                        select r.id, r.mode, r.state, r.exit_code, r.caller, r.origin, r.as_of, r.started_at, r.finished_at,
                          u.unit_code, u.files, u.entries, u.matched, u.open_items
                        from batch_run r left join batch_run_unit u on u.run_id = r.id
                        where r.id > ? order by r.id, u.unit_code""")
                .with(key.isEmpty() ? 0L : Long.parseLong(key))
                .each(row -> {
                    long id = row.number("id");
                    RunRow run = runs.get(id);
                    if (run == null) {
                        run = new RunRow(row);
                        runs.put(id, run);
                    }
                    run.addUnit(row);
                });
        return List.copyOf(runs.values());
    }

    /** A run while the rows of its units are added up. */
    private static final class RunRow {
        private static final String[] FIGURES = {"files", "entries", "matched", "open_items"};

        private final List<Object> head;
        private final List<String> units = new ArrayList<>();
        private final long[] figures = new long[FIGURES.length];

        RunRow(Row row) throws SQLException {
            head = Arrays.asList(
                    row.number("id"),
                    row.text("mode"),
                    row.text("state"),
                    row.optionalNumber("exit_code").orElse(null),
                    row.text("caller"),
                    row.text("origin"),
                    row.optionalDate("as_of").orElse(null),
                    row.instant("started_at"),
                    row.optionalInstant("finished_at").orElse(null));
        }

        void addUnit(Row row) throws SQLException {
            if (row.optionalText("unit_code").isPresent()) {
                units.add(row.text("unit_code"));
                for (int i = 0; i < FIGURES.length; i++) {
                    figures[i] += row.number(FIGURES[i]);
                }
            }
        }

        Object[] values() {
            List<Object> values = new ArrayList<>(head);
            values.add(List.copyOf(units));
            Arrays.stream(figures).forEach(values::add);
            return values.toArray();
        }
    }
}

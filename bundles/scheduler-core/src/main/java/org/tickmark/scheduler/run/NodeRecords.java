package org.tickmark.scheduler.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.record.PlainQueries;

/** The nodes that are there, as records. To be extended by the component that registers it. Safe for use from many threads. */
public class NodeRecords implements RecordSource {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.text("name"),
            Column.text("version"),
            Column.list("labels"),
            Column.list("executors"),
            Column.instant("started_at"),
            Column.instant("lease_until"),
            Column.integer("running"));

    private final Transactions transactions;

    /** Records of the nodes in the database. */
    protected NodeRecords(Transactions transactions) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public final List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public final Table list(Caller caller, RecordQuery query) {
        caller.require(Permission.TASK_READ);
        PlainQueries.require(query);
        List<Object> values = new ArrayList<>();
        StringBuilder conditions = new StringBuilder();
        for (Map.Entry<String, String> equal : query.equal().entrySet()) {
            if (!equal.getKey().equals("name")) {
                throw Problem.error("record.column", Texts.message("condition"))
                        .found(equal.getKey())
                        .expected("name")
                        .exception();
            }
            conditions.append(" and name = ?");
            values.add(equal.getValue());
        }
        Table.Builder table = Table.under(COLUMNS);
        transactions
                .reading(tx -> Sql.on(tx.connection(), """
                                select n.id, n.name, n.version, n.labels, n.executors, n.started_at, n.lease_until,
                                  (select count(*) from run r where r.node_id = n.id) as running
                                from node n where not n.gone and n.id > ?\
                                """ + conditions + " order by n.id limit ?")
                        .with(query.after().isEmpty() ? 0L : Long.parseLong(query.after()))
                        .with(values.toArray())
                        .with(query.limit())
                        .list(NodeRecords::values))
                .forEach(table::row);
        return table.build();
    }

    private static Object[] values(Row row) throws SQLException {
        return new Object[] {
            row.number("id"),
            row.text("name"),
            row.text("version"),
            words(row.text("labels")),
            words(row.text("executors")),
            row.instant("started_at"),
            row.instant("lease_until"),
            row.number("running")
        };
    }

    private static List<String> words(String spaced) {
        return spaced.isBlank() ? List.of() : Arrays.asList(spaced.strip().split(" ", -1));
    }
}

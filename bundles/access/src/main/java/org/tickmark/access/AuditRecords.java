package org.tickmark.access;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Lists the audit log, oldest first. */
final class AuditRecords implements RecordSource {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(AuditRecords.class);
    private static final List<Column> COLUMNS = List.of(
            Column.integer("id"),
            Column.instant("at"),
            Column.text("stream"),
            Column.text("caller"),
            Column.text("origin"),
            Column.text("action"),
            Column.text("subject"),
            Column.text("details"),
            Column.integer("number"),
            Column.text("hash"));
    private static final String NAMES = COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));

    private final Transactions transactions;

    AuditRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Table list(Caller caller, RecordQuery query) {
        caller.require(Permission.AUDIT_READ);
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.equal().forEach((name, text) -> {
            conditions.add(name + " = ?");
            values.add(value(column(name), text));
        });
        if (!query.after().isEmpty()) {
            conditions.add("id > ?");
            values.add(value(COLUMNS.get(0), query.after()));
        }
        values.add(query.limit());
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String sql = "SELECT " + NAMES + " FROM audit" + where + " ORDER BY id FETCH FIRST ? ROWS ONLY";
        Table.Builder table = Table.under(COLUMNS);
        transactions.reading(tx -> {
            Sql.on(tx.connection(), sql).with(values.toArray()).each(row -> table.row(values(row)));
            return null;
        });
        return table.build();
    }

    private static Object[] values(Row row) throws SQLException {
        return new Object[] {
            row.number("id"),
            row.instant("at"),
            row.text("stream"),
            row.text("caller"),
            row.text("origin"),
            row.text("action"),
            row.text("subject"),
            row.text("details"),
            row.optionalNumber("number").orElse(null),
            row.optionalText("hash").orElse(null)
        };
    }

    private static Column column(String name) {
        return COLUMNS.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.error("record.column", MESSAGES.message("record.column"))
                        .found(name)
                        .expected(NAMES)
                        .exception());
    }

    private static Object value(Column column, String text) {
        try {
            return switch (column.type()) {
                case INTEGER -> Long.valueOf(text);
                case INSTANT -> Instant.parse(text);
                default -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw Problem.error("record.value", MESSAGES.message("record.value"))
                    .where(column.name())
                    .found(text)
                    .expected(column.type() == Column.Type.INTEGER ? "123" : "2026-03-02T08:00:00Z")
                    .exception(e);
        }
    }
}

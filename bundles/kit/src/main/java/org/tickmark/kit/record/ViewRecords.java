package org.tickmark.kit.record;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * The rows of a view, or of a table, whose columns are named as the records' columns. A column of type LIST holds one text
 * a line. To be extended by the component that registers it. Safe for use from many threads.
 */
public class ViewRecords implements RecordSource {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ViewRecords.class);
    private static final String NO_UNIT = "";

    private final Transactions transactions;
    private final Permission permission;
    private final String view;
    private final String unitColumn;
    private final List<Column> columns;

    /**
     * Records of a view.
     *
     * @param permission what the caller must hold
     * @param view its name
     * @param unitColumn its column with the code of the unit, by which the rows are kept from those who may not see them
     * @param columns what to show, the key first
     */
    protected ViewRecords(
            Transactions transactions, Permission permission, String view, String unitColumn, List<Column> columns) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        this.permission = Objects.requireNonNull(permission, "permission");
        this.view = Objects.requireNonNull(view, "view");
        this.unitColumn = Objects.requireNonNull(unitColumn, "unitColumn");
        this.columns = List.copyOf(columns);
    }

    /**
     * Records of a view whose rows belong to no unit.
     *
     * @param permission what the caller must hold
     * @param view its name
     * @param columns what to show, the key first
     */
    protected ViewRecords(Transactions transactions, Permission permission, String view, List<Column> columns) {
        this(transactions, permission, view, NO_UNIT, columns);
    }

    @Override
    public final List<Column> columns() {
        return columns;
    }

    @Override
    public final Table list(Caller caller, RecordQuery query) {
        caller.require(permission);
        Table.Builder table = Table.under(columns);
        transactions
                .reading(tx -> statement(tx.connection(), caller, query).list(this::values))
                .forEach(table::row);
        return table.build();
    }

    private Sql statement(Connection connection, Caller caller, RecordQuery query) {
        Column key = columns.get(0);
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!caller.units().isEmpty() && !unitColumn.equals(NO_UNIT)) {
            conditions.add(unitColumn + " = ANY(?)");
            values.add(Sql.texts(caller.units()));
        }
        for (Map.Entry<String, String> equal : query.equal().entrySet()) {
            conditions.add(equal.getKey() + " = ?");
            values.add(value(column(equal.getKey()), equal.getValue()));
        }
        boolean forward = query.order() == RecordQuery.Order.FIRST_TO_LAST;
        if (!query.after().isEmpty()) {
            conditions.add(key.name() + (forward ? " > ?" : " < ?"));
            values.add(value(key, query.after()));
        }
        if (!query.holding().isEmpty()) {
            List<String> texts = texts();
            conditions.add(texts.stream()
                    .map(column -> "LOWER(" + column + ") LIKE ? ESCAPE '!'")
                    .collect(Collectors.joining(" OR ", "(", ")")));
            values.addAll(Collections.nCopies(texts.size(), Sql.holding(query.holding())));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String text = "SELECT " + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + " FROM " + view
                + where + " ORDER BY " + key.name() + (forward ? "" : " DESC") + " LIMIT " + query.limit();
        return Sql.on(connection, text).with(values.toArray());
    }

    /** The columns that hold text; the key if none does. */
    private List<String> texts() {
        List<String> texts = columns.stream()
                .filter(column -> column.type() == Column.Type.TEXT || column.type() == Column.Type.LIST)
                .map(Column::name)
                .toList();
        return texts.isEmpty() ? List.of("CAST(" + columns.get(0).name() + " AS VARCHAR)") : texts;
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.error("record.column", MESSAGES.message("column.unknown"))
                        .found(name)
                        .expected(columns.stream().map(Column::name).collect(Collectors.joining(", ")))
                        .exception());
    }

    private static Object value(Column column, String text) {
        try {
            return switch (column.type()) {
                case TEXT, LIST, MESSAGE -> text;
                case INTEGER -> Long.valueOf(text);
                case AMOUNT -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> Instant.parse(text);
                case FLAG -> Boolean.valueOf(text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw Problem.error("record.value", MESSAGES.message("value.wrong", column.name()))
                    .found(text)
                    .expected(example(column.type()))
                    .exception(e);
        }
    }

    private static String example(Column.Type type) {
        return switch (type) {
            case INTEGER -> "17";
            case AMOUNT -> "-1250.50";
            case DATE -> "2026-11-04";
            case INSTANT -> "2026-11-04T08:00:00Z";
            case TEXT, MESSAGE, LIST, FLAG -> "text";
        };
    }

    private Object[] values(Row row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, columns.get(i));
        }
        return values;
    }

    private static Object value(Row row, Column column) throws SQLException {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> row.optionalText(name).orElse(null);
            case INTEGER -> row.optionalNumber(name).orElse(null);
            case AMOUNT -> row.optionalAmount(name).orElse(null);
            case DATE -> row.optionalDate(name).orElse(null);
            case INSTANT -> row.optionalInstant(name).orElse(null);
            case FLAG -> row.flag(name);
            case LIST ->
                row.optionalText(name).map(text -> text.lines().toList()).orElse(List.of());
            case MESSAGE -> throw new SQLException("Column " + name + ": a view holds no messages");
        };
    }
}

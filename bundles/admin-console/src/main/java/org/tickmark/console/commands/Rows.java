package org.tickmark.console.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;

/** Rows of records, by the names of their columns. */
final class Rows {
    private Rows() {}

    /** The rows, each with its values by column; a value may be null. */
    static List<Map<String, Object>> of(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<Object> values : table.rows()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(table.columns().get(i).name(), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The rows for programs: messages as their ids. */
    static List<Map<String, Object>> documents(List<Map<String, Object>> rows) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> document = new LinkedHashMap<>(row);
            document.replaceAll((name, value) -> value instanceof Message message ? message.id() : value);
            documents.add(document);
        }
        return documents;
    }

    /** Some columns of the rows, as a table; what a row does not have is empty. */
    static Table table(List<Column> columns, List<Map<String, Object>> rows) {
        Table.Builder table = Table.under(columns);
        rows.forEach(row ->
                table.row(columns.stream().map(column -> row.get(column.name())).toArray()));
        return table.build();
    }

    /** A list of a row; empty where there is none. */
    static List<?> list(Map<String, Object> row, String column) {
        return row.get(column) instanceof List<?> list ? list : List.of();
    }

    /** A number of a row; zero where there is none. */
    static long number(Map<String, Object> row, String column) {
        return Optional.ofNullable(row.get(column))
                .map(value -> ((Number) value).longValue())
                .orElse(0L);
    }
}

package org.tickmark.importers.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.api.host.imports.ImportDefinition.Whole;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** Reads and writes the table {@code import_definition}. */
final class DefinitionTable {
    private static final String COLUMNS = """
            SELECT name, unit_code, format, accounts, source, pattern, archive, background, strictness, options,
                labels, whole
            FROM import_definition
            """;

    private DefinitionTable() {}

    static List<ImportDefinition> all(Connection connection) throws SQLException {
        return Sql.on(connection, COLUMNS + "ORDER BY name").list(DefinitionTable::read);
    }

    static Optional<ImportDefinition> find(Connection connection, String name) throws SQLException {
        return Sql.on(connection, COLUMNS + "WHERE name = ?").with(name).first(DefinitionTable::read);
    }

    static void insert(Connection connection, ImportDefinition definition) throws SQLException {
        Sql.on(connection, """
                        INSERT INTO import_definition (unit_code, format, accounts, source, pattern, archive, background,
                            strictness, options, labels, whole, name)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """).with(values(definition)).update();
    }

    static void update(Connection connection, ImportDefinition definition) throws SQLException {
        Sql.on(connection, """
                        UPDATE import_definition SET unit_code = ?, format = ?, accounts = ?, source = ?, pattern = ?,
                            archive = ?, background = ?, strictness = ?, options = ?, labels = ?, whole = ?
                        WHERE name = ?
                        """).with(values(definition)).update();
    }

    static void delete(Connection connection, String name) throws SQLException {
        Sql.on(connection, "DELETE FROM import_definition WHERE name = ?")
                .with(name)
                .update();
    }

    private static Object[] values(ImportDefinition definition) {
        return new Object[] {
            definition.unit(),
            definition.format(),
            String.join("\n", definition.accounts()),
            definition.source(),
            definition.pattern(),
            definition.archive(),
            definition.background(),
            definition.strictness(),
            lines(definition.options()),
            String.join("\n", definition.labels()),
            definition.whole(),
            definition.name()
        };
    }

    private static String lines(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static ImportDefinition read(Row row) throws SQLException {
        return new ImportDefinition(
                row.text("name"),
                row.text("unit_code"),
                row.optionalText("format"),
                row.text("accounts").lines().toList(),
                row.text("source"),
                row.text("pattern"),
                row.text("archive"),
                row.flag("background"),
                row.choice("strictness", Strictness.class),
                options(row.text("options")),
                row.text("labels").lines().toList(),
                row.choice("whole", Whole.class));
    }

    private static Map<String, String> options(String lines) {
        Map<String, String> options = new TreeMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            options.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return options;
    }
}

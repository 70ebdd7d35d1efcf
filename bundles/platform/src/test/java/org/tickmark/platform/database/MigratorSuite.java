package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Tx.Dialect;
import org.tickmark.platform.DatabaseFixture;

/** How scripts are applied, on any database. */
abstract class MigratorSuite {
    private static final String BUNDLE = "org.tickmark.invented";
    private static final MigrationScript FIRST = new MigrationScript(
            1, "first", "-- a table; with a comment\nCREATE TABLE box (id INTEGER, label VARCHAR);");
    private static final MigrationScript SECOND =
            new MigrationScript(2, "second", "INSERT INTO box VALUES (1, 'a;b');\nINSERT INTO box VALUES (2, '');");

    private DatabaseFixture database;
    private Migrator migrator;

    abstract DatabaseFixture open();

    @BeforeEach
    void openDatabase() {
        database = open();
        migrator = migrator();
    }

    @AfterEach
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void appliesTheScriptsInTheOrderOfTheirNumbers() {
        migrator.migrate(BUNDLE, List.of(SECOND, FIRST));

        assertThat(count("box")).isEqualTo(2);
        assertThat(count("schema_history")).isEqualTo(2);
    }

    @Test
    void appliesAScriptOnce() {
        migrator.migrate(BUNDLE, List.of(FIRST));
        migrator.migrate(BUNDLE, List.of(FIRST, SECOND));
        migrator.migrate(BUNDLE, List.of(FIRST, SECOND));

        assertThat(count("box")).isEqualTo(2);
    }

    @Test
    void takesLineEndsOfEitherKindForTheSame() {
        migrator.migrate(BUNDLE, List.of(FIRST));

        migrator.migrate(
                BUNDLE,
                List.of(MigrationScript.of(BUNDLE, "001_first.sql", FIRST.text().replace("\n", "\r\n"))));

        assertThat(count("schema_history")).isEqualTo(1);
    }

    @Test
    void refusesAChangedScript() {
        migrator.migrate(BUNDLE, List.of(FIRST));

        assertRefused("migration.changed", new MigrationScript(1, "first", FIRST.text() + " "));
    }

    @Test
    void refusesToGoOnWithoutAScriptThatWasApplied() {
        migrator.migrate(BUNDLE, List.of(FIRST, SECOND));

        assertRefused("migration.missing", FIRST);
    }

    @Test
    void refusesAGapInTheNumbers() {
        assertRefused("migration.order", FIRST, new MigrationScript(3, "third", "SELECT 1"));
    }

    @Test
    void refusesANumberGivenTwice() {
        assertRefused("migration.order", FIRST, new MigrationScript(1, "other", "SELECT 1"));
    }

    @Test
    void refusesAQuoteThatDoesNotEnd() {
        assertRefused("migration.unterminated", new MigrationScript(1, "first", "SELECT 'a;"));
    }

    @Test
    void saysWhereAScriptFailedAndWhatToDo() {
        MigrationScript broken =
                new MigrationScript(2, "broken", "INSERT INTO box VALUES (1, 'x');\n\nINSERT INTO nowhere VALUES (1);");

        assertThatThrownBy(() -> migrator.migrate(BUNDLE, List.of(FIRST, broken)))
                .isInstanceOfSatisfying(TickmarkException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("migration.failed");
                    assertThat(e.problem().where()).contains(BUNDLE + "/db/002_broken.sql:3");
                    assertThat(e.problem().advice()).isPresent();
                });
        assertThat(count("box")).as("rows of the failed script").isZero();
        assertThat(count("schema_history")).isEqualTo(1);
    }

    @Test
    void undoesTheTablesOfAFailedScriptWhereTheDatabaseCan() {
        MigrationScript broken =
                new MigrationScript(1, "broken", "CREATE TABLE half (id INTEGER); SELECT * FROM nowhere;");

        assertThatThrownBy(() -> migrator.migrate(BUNDLE, List.of(broken))).isInstanceOf(TickmarkException.class);

        assertThat(tables("half")).isEqualTo(database.dialect() == Dialect.POSTGRESQL ? 0 : 1);
    }

    @Test
    void goesOnWithAScriptThatFailedWhenTheCauseIsRemoved() {
        MigrationScript script = new MigrationScript(1, "two", """
                CREATE TABLE half (id INTEGER);
                INSERT INTO half VALUES (1);
                INSERT INTO other VALUES (1);
                INSERT INTO half VALUES (2);""");
        for (int i = 0; i < 2; i++) {
            assertRefused("migration.failed", script);
        }
        migrator.migrate(
                "org.tickmark.other", List.of(new MigrationScript(1, "other", "CREATE TABLE other (id INTEGER)")));

        migrator.migrate(BUNDLE, List.of(script));

        assertThat(count("half")).isEqualTo(2);
        assertThat(count("other")).isEqualTo(1);
        assertThat(count("schema_step")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void goesOnWithAScriptWhoseProcessWasKilled(int statementsDone) throws SQLException {
        MigrationScript script = new MigrationScript(1, "part", """
                CREATE TABLE part (id INTEGER);
                INSERT INTO part VALUES (1);
                CREATE INDEX part_id ON part (id);
                ALTER TABLE part ADD COLUMN label VARCHAR;
                INSERT INTO part VALUES (2, 'two');
                CREATE VIEW part_v1 AS SELECT id FROM part;
                DROP VIEW part_v1;""");
        killAfter(statementsDone, script);

        migrator.migrate(BUNDLE, List.of(script));

        assertThat(count("part")).isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM part WHERE label = 'two'")).isEqualTo(1);
        assertThat(tables("part_v1")).isZero();
        assertThat(count("schema_step")).isZero();
    }

    @Test
    void doesNotTakeATableOfSomebodyElseForItsOwn() {
        migrator.migrate("org.tickmark.other", List.of(FIRST));

        for (int i = 0; i < 2; i++) {
            assertRefused("migration.failed", FIRST);
        }
    }

    @Test
    void appliesAScriptOnceWhenSeveralNodesStartTogether() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                // One process may have an H2 database open, so there the nodes share a migrator.
                Migrator node = database.dialect() == Dialect.H2 ? migrator : migrator();
                starts.add(() -> {
                    node.migrate(BUNDLE, List.of(FIRST, SECOND));
                    return null;
                });
            }
            for (Future<Void> start : nodes.invokeAll(starts)) {
                start.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(count("box")).isEqualTo(2);
    }

    /** A process that is killed when it has carried out so many statements of a script. */
    private void killAfter(int statements, MigrationScript script) throws SQLException {
        migrator.migrate("org.tickmark.other", List.of(new MigrationScript(1, "nothing", "SELECT 1")));
        try (Connection connection = database.store().ownConnection()) {
            connection.setAutoCommit(false);
            ScriptSteps steps = ScriptSteps.of(connection, BUNDLE, script);
            List<SqlScript.Statement> all = SqlScript.split(script.text());
            for (int i = 0; i < statements; i++) {
                steps.begin(i);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(all.get(i).sql());
                }
            }
            connection.rollback();
        }
    }

    private Migrator migrator() {
        return new Migrator(database.store(), Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));
    }

    private void assertRefused(String code, MigrationScript... scripts) {
        assertThatThrownBy(() -> migrator.migrate(BUNDLE, List.of(scripts)))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private int count(String table) {
        return number("SELECT COUNT(*) FROM " + table);
    }

    private int tables(String name) {
        return number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = '" + name + "'");
    }

    private int number(String sql) {
        return database.store().transactions().reading(tx -> {
            try (Statement query = tx.connection().createStatement();
                    ResultSet row = query.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}

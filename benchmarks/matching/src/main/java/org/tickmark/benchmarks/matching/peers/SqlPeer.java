package org.tickmark.benchmarks.matching.peers;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.PostgresServer;
import org.tickmark.benchmarks.matching.score.Result;

/** A database that matches by the SQL of {@code match.sql}, the same for all: the rules R1 to R4 as one would write them there. */
public final class SqlPeer implements Peer {
    private static final int BATCH = 1000;

    private final String title;
    private final Opening opening;
    private final Filling filling;

    private SqlPeer(String title, Opening opening, Filling filling) {
        this.title = title;
        this.opening = opening;
        this.filling = filling;
    }

    /** Opens an empty database. */
    @FunctionalInterface
    private interface Opening {
        Connection open() throws SQLException;
    }

    /** Puts rows into a table in the quickest way that the database has. */
    @FunctionalInterface
    private interface Filling {
        void fill(Connection connection, String table, List<Line> lines) throws SQLException, IOException;
    }

    /** H2 in memory. */
    public static SqlPeer h2() {
        return new SqlPeer(
                "H2, in memory", () -> DriverManager.getConnection("jdbc:h2:mem:", "sa", ""), SqlPeer::fillByBatches);
    }

    /** SQLite in memory. */
    public static SqlPeer sqlite() {
        return new SqlPeer(
                "SQLite, in memory", () -> DriverManager.getConnection("jdbc:sqlite::memory:"), SqlPeer::fillByBatches);
    }

    /** DuckDB in memory; its driver is there if this was built with the profile {@code peers}. */
    public static SqlPeer duckDb() {
        return new SqlPeer("DuckDB, in memory", () -> DriverManager.getConnection("jdbc:duckdb:"), SqlPeer::fillByFile);
    }

    /** A PostgreSQL server on this machine. */
    public static SqlPeer postgresql(PostgresServer server) {
        return new SqlPeer("PostgreSQL", () -> server.newDatabase().connect(), SqlPeer::fillByCopy);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Work load(Lines lines) throws SQLException, IOException {
        Connection connection = opening.open();
        connection.setAutoCommit(false);
        run(connection, "tables.sql");
        filling.fill(connection, "bank", lines.bank());
        filling.fill(connection, "ledger", lines.ledger());
        run(connection, "indexes.sql");
        return new Tables(lines, connection);
    }

    /** Rows in the tables of a database. */
    private record Tables(Lines lines, Connection connection) implements Work {
        @Override
        public void match() throws SQLException {
            run(connection, "match.sql");
        }

        @Override
        public Result result() throws SQLException {
            Findings found = new Findings(lines);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select rule, match_id, side, id from matched order by rule, match_id")) {
                Group group = Group.NONE;
                while (rows.next()) {
                    if (!group.is(rows.getString(1), rows.getString(2))) {
                        group.addTo(found);
                        group = Group.of(rows.getString(1), rows.getString(2));
                    }
                    boolean atBank = rows.getString(3).equals("BANK");
                    (atBank ? group.bank() : group.ledger())
                            .add((atBank ? lines.bank() : lines.ledger()).get(rows.getInt(4)));
                }
                group.addTo(found);
            }
            return found.result();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** The rows of a match while they are read. */
    private record Group(String rule, String id, List<Line> bank, List<Line> ledger) {
        static final Group NONE = of("", "");

        static Group of(String rule, String id) {
            return new Group(rule, id, new ArrayList<>(), new ArrayList<>());
        }

        boolean is(String otherRule, String otherId) {
            return rule.equals(otherRule) && id.equals(otherId);
        }

        void addTo(Findings found) {
            if (!bank.isEmpty()) {
                found.add(rule, bank, ledger);
            }
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        Database.execute(connection, Database.resource(SqlPeer.class, script));
        connection.commit();
    }

    private static void fillByBatches(Connection connection, String table, List<Line> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?, ?, ?)")) {
            int waiting = 0;
            for (Line line : lines) {
                insert.setInt(1, line.number());
                insert.setInt(2, line.day());
                insert.setLong(3, line.minor());
                insert.setString(4, line.reference());
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    private static void fillByFile(Connection connection, String table, List<Line> lines)
            throws SQLException, IOException {
        Path file = Files.createTempFile("tickmark", ".csv");
        try (Statement statement = connection.createStatement()) {
            Files.writeString(file, csv(lines));
            statement.execute("copy " + table + " from '" + file + "' (format csv, nullstr 'null')");
        } finally {
            Files.delete(file);
        }
    }

    private static void fillByCopy(Connection connection, String table, List<Line> lines)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv, null 'null')", new StringReader(csv(lines)));
    }

    private static String csv(List<Line> lines) {
        StringBuilder csv = new StringBuilder();
        for (Line line : lines) {
            csv.append(line.number()).append(',').append(line.day()).append(',').append(line.minor());
            csv.append(',').append(line.reference()).append('\n');
        }
        return csv.toString();
    }
}

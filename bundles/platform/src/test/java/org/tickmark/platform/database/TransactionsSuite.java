package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.platform.DatabaseFixture;

/** What {@link Transactions} promises, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransactionsSuite {
    private static final int ROUNDS = 500;
    private static final int READINGS = 2_000;
    private static final int OTHERS = 2;
    private static final String LOCK = "SELECT id FROM note WHERE id = 0 FOR UPDATE";

    private DatabaseFixture database;
    private Transactions transactions;

    abstract DatabaseFixture open();

    @BeforeAll
    void openDatabase() {
        database = open();
        transactions = database.store().transactions();
        update("CREATE TABLE note (id INTEGER PRIMARY KEY, amount NUMERIC)");
    }

    @AfterAll
    void closeDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void emptyTable() {
        update("DELETE FROM note");
    }

    @Test
    void commitsWhatTheWorkDid() {
        update("INSERT INTO note (id) VALUES (1)");

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void returnsWhatTheWorkReturns() {
        assertThat(transactions.<String>inTransaction(tx -> "done")).isEqualTo("done");
    }

    @Test
    void rollsBackAndPassesOnAnExceptionOfTheWork() {
        IllegalArgumentException thrown = new IllegalArgumentException("no");

        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    execute(tx, "INSERT INTO note (id) VALUES (1)");
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(rows()).isZero();
    }

    @Test
    void rollsBackOnAnError() {
        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    execute(tx, "INSERT INTO note (id) VALUES (1)");
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(rows()).isZero();
    }

    @Test
    void reportsAFailedStatementAsAProblemWithoutTheValuesOfTheRow() {
        update("INSERT INTO note (id) VALUES (987654)");

        assertThatThrownBy(() -> update("INSERT INTO note (id) VALUES (987654)"))
                .isInstanceOfSatisfying(TickmarkException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("store.failed");
                    assertThat(e.problem().found().orElseThrow()).contains("[23505]");
                    assertThat(e.problem().toString()).doesNotContain("987654");
                });
    }

    @Test
    void showsNoValueThatDidNotFit() {
        assertThatThrownBy(() -> update("INSERT INTO note (id) VALUES (CAST('no-987654' AS INTEGER))"))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().toString()).contains("[22").doesNotContain("987654"));
    }

    @Test
    void runsWhatFollowsTheCommitInOrderAndOutsideTheTransaction() {
        List<String> order = new ArrayList<>();

        transactions.inTransaction(tx -> {
            tx.afterCommit(() -> order.add("first sees " + rows()));
            tx.afterCommit(() -> order.add("second"));
            execute(tx, "INSERT INTO note (id) VALUES (1)");
            order.add("work");
            return null;
        });

        assertThat(order).containsExactly("work", "first sees 1", "second");
    }

    @Test
    void runsNothingAfterARollback() {
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    tx.afterCommit(() -> ran.add("ran"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void keepsTheCommitAndRunsTheRestWhenAnActionAfterItFails() {
        List<String> ran = new ArrayList<>();

        transactions.inTransaction(tx -> {
            execute(tx, "INSERT INTO note (id) VALUES (1)");
            tx.afterCommit(() -> {
                throw new IllegalStateException("invented");
            });
            tx.afterCommit(() -> ran.add("ran"));
            return null;
        });

        assertThat(rows()).isEqualTo(1);
        assertThat(ran).containsExactly("ran");
    }

    @Test
    void refusesATransactionInsideATransaction() {
        assertThatThrownBy(() -> transactions.inTransaction(tx -> rows()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hand its Tx on");
        assertThat(rows()).isZero();
    }

    @Test
    void refusesATxThatWasKept() {
        AtomicReference<Tx> kept = new AtomicReference<>();
        transactions.inTransaction(tx -> {
            kept.set(tx);
            return null;
        });

        assertThatThrownBy(() -> kept.get().connection()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToWriteWhileReading() {
        assertThatThrownBy(() -> transactions.reading(tx -> execute(tx, "INSERT INTO note (id) VALUES (1)")))
                .isInstanceOfSatisfying(TickmarkException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("store.failed");
                    assertThat(e.problem().found().orElseThrow()).contains("25006");
                });
        assertThat(rows()).isZero();
        update("INSERT INTO note (id) VALUES (1)");
        assertThat(rows()).isEqualTo(1);
    }

    /** A reading looked at all sessions for its own, one of which might end its transaction at that moment. */
    @Test
    void readsWhileOthersEndTheirTransactions() throws Exception {
        update("INSERT INTO note (id) VALUES (0)");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(OTHERS);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < OTHERS; i++) {
                writing.add(others.submit(() -> {
                    while (!over.get()) {
                        update("UPDATE note SET amount = 1 WHERE id = 0");
                    }
                }));
            }
            for (int round = 0; round < READINGS; round++) {
                assertThat(rows()).isEqualTo(1);
            }
            over.set(true);
            for (Future<?> writer : writing) {
                writer.get();
            }
        } finally {
            over.set(true);
            others.shutdownNow();
        }
    }

    @Test
    void readsOnlyWhatIsCommitted() throws SQLException {
        try (Connection other = database.store().ownConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO note (id) VALUES (1)");

            assertThat(rows()).isZero();
            other.commit();
            assertThat(rows()).isEqualTo(1);
        }
    }

    /** A count that was read while another's insert waited for its commit must not be told again after that commit. */
    @Test
    void seesWhatWasCommittedByTheOneForWhomItWaited() throws Exception {
        update("INSERT INTO note (id) VALUES (0)");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                String insert = "INSERT INTO note (id) VALUES (" + round + ")";
                CompletableFuture<Void> inserted = new CompletableFuture<>();
                CompletableFuture<Void> counted = new CompletableFuture<>();
                Future<Integer> after = other.submit(() -> {
                    inserted.join();
                    rows();
                    counted.complete(null);
                    return transactions.inTransaction(tx -> {
                        execute(tx, LOCK);
                        return rows(tx);
                    });
                });
                transactions.inTransaction(tx -> {
                    execute(tx, LOCK);
                    execute(tx, insert);
                    inserted.complete(null);
                    counted.join();
                    return tx;
                });

                assertThat(after.get()).as("round %d", round).isEqualTo(round + 1);
            }
        } finally {
            other.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "8.850",
                "0.00001",
                "-0.10",
                "999999999999999.999",
                "123456789012345678",
                "-0.000000000000000001",
                "1234567890123456789012345678.9012345678"
            })
    void keepsEveryDigitOfNumeric(String text) {
        BigDecimal amount = new BigDecimal(text);
        transactions.inTransaction(tx -> {
            try (PreparedStatement insert =
                    tx.connection().prepareStatement("INSERT INTO note (id, amount) VALUES (1, ?)")) {
                insert.setBigDecimal(1, amount);
                return insert.executeUpdate();
            }
        });

        BigDecimal read = transactions.reading(tx -> {
            try (Statement query = tx.connection().createStatement();
                    ResultSet row = query.executeQuery("SELECT amount FROM note")) {
                row.next();
                return row.getBigDecimal(1);
            }
        });

        // Exact, but not always in the same scale: H2 drops zeros at the end, PostgreSQL keeps them.
        assertThat(read).isEqualByComparingTo(amount);
    }

    @Test
    void sumsNumericExactly() {
        update("INSERT INTO note (id, amount) VALUES (1, 0.10), (2, 0.20), (3, 123456789012345678.01)");

        BigDecimal sum = transactions.reading(tx -> {
            try (Statement query = tx.connection().createStatement();
                    ResultSet row = query.executeQuery("SELECT SUM(amount) FROM note")) {
                row.next();
                return row.getBigDecimal(1);
            }
        });

        assertThat(sum).isEqualByComparingTo("123456789012345678.31");
    }

    private int rows() {
        return transactions.reading(TransactionsSuite::rows);
    }

    private static int rows(Tx tx) throws SQLException {
        try (Statement query = tx.connection().createStatement();
                ResultSet row = query.executeQuery("SELECT COUNT(*) FROM note")) {
            row.next();
            return row.getInt(1);
        }
    }

    private void update(String sql) {
        transactions.inTransaction(tx -> execute(tx, sql));
    }

    private static boolean execute(Tx tx, String sql) throws SQLException {
        try (Statement statement = tx.connection().createStatement()) {
            return statement.execute(sql);
        }
    }
}

package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx.Dialect;

/**
 * Transactions on the connections of a pool. A thread has at most one open: who is inside one is handed the Tx, and a
 * second would wait for the locks and the connections of the first.
 */
final class JdbcTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    /** Null if the session has changed nothing. The table of all sessions would fail where another one ends its transaction at that moment. */
    private static final String UNCOMMITTED = "SELECT TRANSACTION_ID()";

    private final DataSource pool;
    private final StoreUrl url;
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    JdbcTransactions(DataSource pool, StoreUrl url) {
        this.pool = pool;
        this.url = url;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return run(work, false);
    }

    @Override
    public <T> T reading(Work<T> work) {
        return run(work, true);
    }

    private <T> T run(Work<T> work, boolean readOnly) {
        List<Runnable> afterCommit = new ArrayList<>();
        T result = onConnection(connection -> {
            connection.setReadOnly(readOnly);
            T value = worked(work, connection, afterCommit);
            if (readOnly) {
                requireUnchanged(connection);
            }
            connection.commit();
            return value;
        });
        afterCommit.forEach(JdbcTransactions::runLogged);
        return result;
    }

    private <T> T worked(Work<T> work, Connection connection, List<Runnable> afterCommit) throws SQLException {
        JdbcTx tx = new JdbcTx(connection, url.dialect(), afterCommit);
        try {
            return work.on(tx);
        } finally {
            tx.end();
        }
    }

    /** H2 takes "read only" as a hint and lets a session write: what it wrote is found here and then rolled back. */
    private void requireUnchanged(Connection connection) throws SQLException {
        if (url.dialect() != Dialect.H2) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNCOMMITTED)) {
            if (row.next() && row.getString(1) != null) {
                throw new SQLException("cannot write in a read-only transaction", "25006");
            }
        }
    }

    private <T> T onConnection(Step<T> step) {
        requireNotInside();
        inside.set(true);
        try {
            return rolledBackOnFailure(step);
        } catch (SQLException e) {
            throw StoreProblems.of(e, url);
        } finally {
            inside.remove();
        }
    }

    private void requireNotInside() {
        if (inside.get()) {
            throw new IllegalStateException(
                    "This thread is inside a transaction already: hand its Tx on, or open the second"
                            + " one after it (Tx.afterCommit)");
        }
    }

    private <T> T rolledBackOnFailure(Step<T> step) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            return step.on(connection);
        } catch (Throwable failure) {
            rollBack(connection, failure);
            throw failure;
        } finally {
            giveBack(connection);
        }
    }

    private static void rollBack(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** What goes wrong here is no longer the caller's concern: its work is committed or rolled back. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A database connection could not be given back: {}", StoreProblems.brief(e));
        }
    }

    private static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("The transaction is committed, but what was to follow it failed", e);
        }
    }

    private interface Step<T> {
        T on(Connection connection) throws SQLException;
    }
}

package org.tickmark.platform.database;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.host.Tx;

/** A transaction on a connection of the pool, until it is {@link #end ended}. */
final class JdbcTx implements Tx {
    private final Connection connection;
    private final Dialect dialect;
    private final List<Runnable> afterCommit;
    private boolean open = true;

    JdbcTx(Connection connection, Dialect dialect, List<Runnable> afterCommit) {
        this.connection = connection;
        this.dialect = dialect;
        this.afterCommit = afterCommit;
    }

    @Override
    public Connection connection() {
        requireOpen();
        return connection;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public void afterCommit(Runnable action) {
        requireOpen();
        afterCommit.add(Objects.requireNonNull(action, "action"));
    }

    void end() {
        open = false;
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("This Tx has ended: it must not be kept after the work returns");
        }
    }
}

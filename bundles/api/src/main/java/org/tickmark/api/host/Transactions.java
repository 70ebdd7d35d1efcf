package org.tickmark.api.host;

import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens transactions on the database. One such service is registered for each bundle that brings {@code db/*.sql},
 * with the property {@link #SCHEMA}, once that bundle's tables stand. Safe for use from many threads; the isolation level
 * is READ COMMITTED.
 */
@ProviderType
public interface Transactions {
    /** Service property: symbolic name of the bundle whose tables stand; type {@code String}. */
    String SCHEMA = "tickmark.schema";

    /**
     * Runs work in a transaction of its own and commits it.
     *
     * @return what the work returns
     * @throws org.tickmark.api.TickmarkException with code {@code store.unavailable} if the database cannot be reached, and with
     *     {@code store.failed} if a statement fails; any other exception comes from the work. After any exception the
     *     transaction has been rolled back.
     */
    <T> T inTransaction(Work<T> work);

    /** Runs work that only reads, on a connection that refuses to write. */
    <T> T reading(Work<T> work);

    /** Work on a transaction. */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work. */
        T on(Tx tx) throws SQLException;
    }
}

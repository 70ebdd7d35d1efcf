package org.tickmark.api.host;

import java.sql.Connection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One open transaction, handed from bundle to bundle so that what belongs together is committed together. Only a table's
 * owner writes that table, on the Tx of whoever opened it. For one thread; not to be kept after the work returns.
 */
@ProviderType
public interface Tx {
    /** The connection, without auto-commit. It must not be closed, committed or rolled back by its users. */
    Connection connection();

    /** Which database it is, for the few statements that must differ. */
    Dialect dialect();

    /** Runs something once the commit has succeeded, in the order given, on the committing thread; never after a rollback. */
    void afterCommit(Runnable action);

    /** The databases that Tickmark stands on. */
    enum Dialect {
        /** H2, embedded. */
        H2,
        /** PostgreSQL. */
        POSTGRESQL
    }
}

package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.platform.database.WaitingLocks.Claim;
import org.tickmark.platform.database.WaitingLocks.Claims;

/**
 * Locks in PostgreSQL, each held by the session of a connection of its own: when the process dies, the server ends the
 * session and with it the lock.
 */
final class AdvisoryClaims implements Claims {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryClaims.class);

    private final Store store;

    AdvisoryClaims(Store store) {
        this.store = store;
    }

    @Override
    public Claim on(String name) {
        try {
            return new SessionClaim(name, store.ownConnection());
        } catch (SQLException e) {
            throw StoreProblems.of(e, store.url());
        }
    }

    private final class SessionClaim implements Claim {
        private final String name;
        private final Connection session;

        private SessionClaim(String name, Connection session) {
            this.name = name;
            this.session = session;
        }

        @Override
        public boolean tryTake() {
            try {
                return AdvisoryLock.tryTake(session, "lock/" + name);
            } catch (SQLException e) {
                throw StoreProblems.of(e, store.url());
            }
        }

        @Override
        public void end() {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.warn("The session of lock {} could not be closed: {}", name, StoreProblems.brief(e));
            }
        }
    }
}

package org.tickmark.api.host;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.CancelToken;

/**
 * Named locks that exclude each other over all nodes that share the database, and that vanish with the process that held
 * them. They are not bound to a thread and not reentrant.
 */
@ProviderType
public interface Locks {
    /**
     * Takes a lock, waiting at most this long.
     *
     * @param name lower-case words joined by hyphens
     * @param patience how long to wait at most; zero to try once
     * @return the lock, or empty if someone else held it all that time
     */
    Optional<Lock> acquire(String name, Duration patience, CancelToken cancel);

    /** A lock that is held until it is closed. */
    interface Lock extends AutoCloseable {
        /** Lets go of the lock; closing it again does nothing. */
        @Override
        void close();
    }
}

package org.tickmark.platform.database;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.Locks;

/** Registers {@link Locks}. */
@Component(name = "org.tickmark.platform.locks")
public final class LocksComponent implements Locks {
    private final Locks locks;

    @Activate
    public LocksComponent(@Reference Store store) {
        this.locks = store.newLocks();
    }

    @Override
    public Optional<Lock> acquire(String name, Duration patience, CancelToken cancel) {
        return locks.acquire(name, patience, cancel);
    }
}

package org.tickmark.platform.database;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.platform.database.WaitingLocks.Claim;
import org.tickmark.platform.database.WaitingLocks.Claims;

/** Locks in this process, for H2: its database is open in no other. */
final class LocalClaims implements Claims {
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public Claim on(String name) {
        return new Claim() {
            private boolean mine;

            @Override
            public boolean tryTake() {
                mine = taken.add(name);
                return mine;
            }

            @Override
            public void end() {
                if (mine) {
                    taken.remove(name);
                }
            }
        };
    }
}

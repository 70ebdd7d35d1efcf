package org.tickmark.platform.health;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Database;

/** The database is open and answers. */
@Component(property = {HealthCheck.NAME + "=database", HealthCheck.READINESS + ":Boolean=true"})
public final class DatabaseCheck implements HealthCheck {
    private final AtomicReference<Database> database = new AtomicReference<>();

    @Activate
    public DatabaseCheck() {
        // The database comes and goes.
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDatabase(Database open) {
        database.set(open);
    }

    void unsetDatabase(Database gone) {
        database.compareAndSet(gone, null);
    }

    @Override
    public Health check() {
        Optional<Database> open = Optional.ofNullable(database.get());
        if (open.isEmpty()) {
            return Health.well(Texts.message("database.none"))
                    .and(Texts.error("database.away").build());
        }
        int migrations = open.get().migrations().size();
        return Health.well(
                Texts.message("database", open.get().product(), open.get().url(), migrations));
    }
}

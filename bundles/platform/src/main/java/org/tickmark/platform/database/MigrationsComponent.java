package org.tickmark.platform.database;

import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Migrates the bundles that start, and registers their transactions. */
@Component(
        name = "org.tickmark.platform.migrations",
        immediate = true,
        service = {})
public final class MigrationsComponent {
    private final BundleMigrations migrations;

    @Activate
    public MigrationsComponent(
            BundleContext context,
            @Reference Store store,
            @Reference Clock clock,
            @Reference MigrationProblems problems) {
        this.migrations = new BundleMigrations(context, store, new Migrator(store, clock), problems);
        migrations.open();
    }

    @Deactivate
    void deactivate() {
        migrations.close();
    }
}

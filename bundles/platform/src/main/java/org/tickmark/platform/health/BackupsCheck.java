package org.tickmark.platform.health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.platform.backup.BackupFolder;

/** There are backups, and the newest is not older than a week or so. */
@Component(property = HealthCheck.NAME + "=backups")
public final class BackupsCheck implements HealthCheck {
    /** A weekly one may be a day late. */
    private static final Duration OLD = Duration.ofDays(8);

    private final Path folder;
    private final Clock clock;

    @Activate
    public BackupsCheck(@Reference OwnFolders folders, @Reference Clock clock) {
        this(folders.backups(), clock);
    }

    BackupsCheck(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Health check() throws IOException {
        List<Instant> moments = new BackupFolder(folder).moments();
        if (moments.isEmpty()) {
            return Health.well(Texts.message("backups.no", folder.toString()))
                    .and(Texts.warning("backups.none").build());
        }
        Instant newest = moments.get(0);
        Health health = Health.well(Texts.message("backups", moments.size(), newest.toString(), folder.toString()));
        return newest.plus(OLD).isBefore(clock.instant())
                ? health.and(
                        Texts.warning("backups.old").found(newest.toString()).build())
                : health;
    }
}

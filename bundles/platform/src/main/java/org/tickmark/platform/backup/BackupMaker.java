package org.tickmark.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Backups.Backup;
import org.tickmark.api.host.Locks;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.backup.BackupManifest;
import org.tickmark.kit.backup.BackupWriter;
import org.tickmark.platform.database.DatabaseCopy;

/** Makes backups, one at a time. */
final class BackupMaker {
    private static final String LOCK = "backup";
    private static final String PROPERTIES = "tickmark.properties";
    private static final String LOGBACK = "logback.xml";

    private final DatabaseCopy database;
    private final Sources sources;
    private final Locks locks;
    private final Clock clock;

    /**
     * What a backup is made of, beside the database.
     *
     * @param product name and version of what makes it
     * @param work a folder of this process alone, emptied at each backup
     * @param config the configuration, if there is any
     * @param plugins the plugin folder
     */
    record Sources(String product, Path work, Optional<Path> config, Path plugins, Settings settings) {
        Sources {
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(work, "work");
            Objects.requireNonNull(config, "config");
            Objects.requireNonNull(plugins, "plugins");
            Objects.requireNonNull(settings, "settings");
        }
    }

    BackupMaker(DatabaseCopy database, Sources sources, Locks locks, Clock clock) {
        this.database = database;
        this.sources = sources;
        this.locks = locks;
        this.clock = clock;
    }

    /** Makes a backup in a folder, and deletes the oldest there if only so many are to be kept. */
    Backup make(BackupFolder folder, OptionalInt keep, Progress progress, CancelToken cancel) throws IOException {
        Locks.Lock lock = locks.acquire(LOCK, Duration.ZERO, cancel)
                .orElseThrow(() -> Texts.error("backup.locked").exception());
        try (lock) {
            deleteAll(sources.work());
            Files.createDirectories(sources.work(), BackupFolder.ownerOnly());
            folder.deleteStaleParts(clock.instant());
            try {
                return make(folder, moment(folder), keep, progress, cancel);
            } finally {
                deleteAll(sources.work());
            }
        }
    }

    /** Now, or the next moment that no backup has yet. */
    private Instant moment(BackupFolder folder) {
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        while (Files.exists(folder.file(moment)) || Files.exists(folder.part(moment))) {
            moment = moment.plusMillis(1);
        }
        return moment;
    }

    private Backup make(BackupFolder folder, Instant moment, OptionalInt keep, Progress progress, CancelToken cancel)
            throws IOException {
        Path part = folder.part(moment);
        List<Problem> problems = new ArrayList<>();
        BackupManifest manifest;
        try (BackupWriter writer = new BackupWriter(part, cancel)) {
            manifest = write(writer, moment, problems, progress, cancel);
            cancel.throwIfCancelled();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        long bytes = Files.size(part);
        folder.publish(moment);
        if (keep.isPresent()) {
            folder.keep(keep.getAsInt());
        }
        Optional<Long> rows = manifest.rows().isEmpty() ? Optional.empty() : Optional.of(manifest.allRows());
        return new Backup(folder.file(moment), moment, bytes, rows, problems);
    }

    private BackupManifest write(
            BackupWriter writer, Instant moment, List<Problem> problems, Progress progress, CancelToken cancel)
            throws IOException {
        progress.update(Texts.message("phase.copy"), 0, Progress.UNKNOWN);
        Path copy = database.into(sources.work(), cancel);
        progress.update(Texts.message("phase.pack"), 0, Progress.UNKNOWN);
        try (InputStream in = Files.newInputStream(copy)) {
            writer.add(String.valueOf(copy.getFileName()), in);
        }
        addConfig(writer, problems);
        addPlugins(writer);
        progress.update(Texts.message("phase.open"), 0, Progress.UNKNOWN);
        SortedMap<String, Long> rows = database.rows(copy);
        return writer.finish(moment, sources.product(), database.kind(), rows);
    }

    private void addConfig(BackupWriter writer, List<Problem> problems) throws IOException {
        if (sources.config().isEmpty()) {
            return;
        }
        Path properties = sources.config().get().resolve(PROPERTIES);
        if (Files.exists(properties)) {
            ConfigCopy config = new ConfigCopy(properties, sources.settings());
            writer.add(
                    "etc/" + PROPERTIES, new ByteArrayInputStream(config.text().getBytes(StandardCharsets.UTF_8)));
            if (!config.leftOut().isEmpty()) {
                problems.add(Problem.info("backup.left-out", Texts.message("backup.left-out"))
                        .where(properties.toString())
                        .found(String.join(", ", config.leftOut()))
                        .build());
            }
        }
        addFile(writer, "etc/" + LOGBACK, sources.config().get().resolve(LOGBACK));
    }

    private void addPlugins(BackupWriter writer) throws IOException {
        if (!Files.isDirectory(sources.plugins())) {
            return;
        }
        List<Path> jars;
        try (Stream<Path> files = Files.list(sources.plugins())) {
            jars = files.filter(file -> file.getFileName().toString().matches("[^.].*\\.jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            addFile(writer, "plugins/" + jar.getFileName(), jar);
        }
    }

    private static void addFile(BackupWriter writer, String name, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                writer.add(name, in);
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

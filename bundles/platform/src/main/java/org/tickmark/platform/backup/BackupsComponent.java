package org.tickmark.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Progress;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Backups;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.backup.BackupReader;
import org.tickmark.platform.Folders;
import org.tickmark.platform.database.RestoredRows;
import org.tickmark.platform.database.Store;

/** Registers {@link Backups}. */
@Component(name = "org.tickmark.platform.backups")
public final class BackupsComponent implements Backups {
    private static final String WORK = "backup-work";
    private static final String STREAM = "system";

    private final BackupMaker maker;
    private final BackupFolder usual;
    private final Settings settings;
    private final Transactions transactions;
    private final Audit audit;
    private final Secrets secrets;
    private final Optional<RestoredRows> restored;

    @Activate
    public BackupsComponent(
            BundleContext context,
            @Reference Store store,
            @Reference(target = "(tickmark.schema=org.tickmark.platform)") Transactions transactions,
            @Reference Locks locks,
            @Reference Audit audit,
            @Reference Secrets secrets,
            @Reference Settings settings,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) RestoredRows restored) {
        Path data = Folders.data(context);
        BackupMaker.Sources sources = new BackupMaker.Sources(
                "Tickmark " + context.getBundle().getVersion(),
                data.resolve(WORK),
                Folders.config(context),
                Folders.plugins(context),
                settings);
        this.maker = new BackupMaker(store.copy(settings.get(BackupSettings.PG_DUMP)), sources, locks, clock);
        this.usual = new BackupFolder(new BackupSettings(data).folder(settings));
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.secrets = secrets;
        this.restored = Optional.ofNullable(restored);
    }

    @Override
    public Backup make(Caller caller, Optional<Path> folder, OptionalInt keep, Progress progress, CancelToken cancel) {
        caller.require(Permission.SYSTEM_BACKUP);
        Backup backup = made(folder, keep, progress, cancel);
        record(caller, "backup.made", backup.file(), Map.of("bytes", String.valueOf(backup.bytes())));
        return backup;
    }

    private Backup made(Optional<Path> folder, OptionalInt keep, Progress progress, CancelToken cancel) {
        try {
            if (folder.isPresent()) {
                return maker.make(new BackupFolder(folder.get()), keep, progress, cancel);
            }
            usual.create();
            int most = keep.orElse(settings.get(BackupSettings.KEEP).intValue());
            return maker.make(usual, OptionalInt.of(most), progress, cancel);
        } catch (IOException e) {
            throw Texts.error("backup.path").found(e.toString()).exception(e);
        }
    }

    @Override
    public Restored examine(Caller caller, Path file) {
        caller.require(Permission.SYSTEM_BACKUP);
        RestoredRows rows =
                restored.orElseThrow(() -> Texts.error("usage.restore").exception());
        try (BackupReader reader = BackupReader.open(file)) {
            RestoredCheck check = new RestoredCheck()
                    .rows(reader.manifest(), rows.byTable())
                    .audit(audit, caller)
                    .secrets(secrets, caller)
                    .place(settings.all().stream()
                            .collect(Collectors.toMap(Settings.Value::key, Settings.Value::origin)));
            record(
                    caller,
                    "backup.restored",
                    file,
                    Map.of("made", reader.manifest().madeAt().toString()));
            return new Restored(rows.byTable(), check.problems());
        }
    }

    private void record(Caller caller, String action, Path file, Map<String, String> details) {
        transactions.inTransaction(tx -> {
            audit.append(
                    tx, caller, new Audit.Act(STREAM, action, file.getFileName().toString(), details));
            return action;
        });
    }
}

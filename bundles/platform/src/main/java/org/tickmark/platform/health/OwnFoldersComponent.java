package org.tickmark.platform.health;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;
import org.tickmark.platform.backup.BackupSettings;

/** Registers {@link OwnFolders}. */
@Component(name = "org.tickmark.platform.folders")
public final class OwnFoldersComponent implements OwnFolders {
    /** Less room than this is too little for a night: the log, the copy of a backup, and what is imported. */
    private static final long LEAST_MEGABYTES = 256;

    private final Path home;
    private final Path data;
    private final Path config;
    private final Path plugins;
    private final Path backups;

    @Activate
    public OwnFoldersComponent(BundleContext context, @Reference Settings settings) {
        this(
                Folders.home(context),
                Folders.data(context),
                Folders.config(context).orElseGet(() -> Folders.home(context).resolve("etc")),
                Folders.plugins(context),
                new BackupSettings(context).folder(settings));
    }

    OwnFoldersComponent(Path home, Path data, Path config, Path plugins, Path backups) {
        this.home = home;
        this.data = data;
        this.config = config;
        this.plugins = plugins;
        this.backups = backups;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public Path config() {
        return config;
    }

    @Override
    public Path plugins() {
        return plugins;
    }

    @Override
    public Path backups() {
        return backups;
    }

    @Override
    public List<FolderCheck> check(Caller caller) {
        caller.require(Permission.SYSTEM_CHECK);
        return new FolderChecks()
                .used("data", data, LEAST_MEGABYTES)
                .read("config", config)
                .read("plugins", plugins)
                .usedOrMade("backups", backups)
                .made();
    }
}

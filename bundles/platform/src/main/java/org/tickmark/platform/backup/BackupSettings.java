package org.tickmark.platform.backup;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;

/** The settings of backups, {@code backup.*}. */
@Component(name = "org.tickmark.platform.backup.settings")
public final class BackupSettings implements SettingGroup {
    /** How many backups of the folder are kept. */
    static final Setting<Long> KEEP = Setting.integer("backup.keep", 14, 1, 10_000, Texts.message("setting.keep"));
    /** The program that dumps a PostgreSQL database. */
    static final Setting<String> PG_DUMP = Setting.text("backup.pgDump", "pg_dump", Texts.message("setting.pgDump"));

    private final Path data;
    private final Setting<String> folder;

    @Activate
    public BackupSettings(BundleContext context) {
        this(Folders.data(context));
    }

    /** Of this data directory. */
    public BackupSettings(Path data) {
        this.data = data;
        this.folder = Setting.text("backup.folder", "backups", Texts.message("setting.folder"));
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(folder, KEEP, PG_DUMP);
    }

    /** Where backups go; a relative folder lies in the data directory. */
    public Path folder(Settings settings) {
        return data.resolve(settings.get(folder)).normalize();
    }
}

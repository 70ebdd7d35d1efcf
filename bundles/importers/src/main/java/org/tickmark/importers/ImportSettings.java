package org.tickmark.importers;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of imports, {@code import.*}. */
@Component
public final class ImportSettings implements SettingGroup {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ImportSettings.class);

    /** How long a file must have been left alone before it counts as whole. */
    static final Setting<Duration> SETTLE =
            Setting.duration("import.settle", Duration.ofSeconds(2), help("setting.import.settle"));

    /** The largest file read, unpacked. */
    static final Setting<Long> MAX_BYTES = Setting.integer(
            "import.maxBytes", Limits.USUAL.bytes(), 1, Long.MAX_VALUE, help("setting.import.maxBytes"));

    /** The most entries read from one file. */
    static final Setting<Long> MAX_ENTRIES = Setting.integer(
            "import.maxEntries", Limits.USUAL.entries(), 1, Integer.MAX_VALUE, help("setting.import.maxEntries"));

    /** The folders in which callers from elsewhere may set up imports, separated by commas; a relative one begins at the data directory. */
    static final Setting<String> FOLDERS =
            Setting.text("import.folders", "inbox, archive", help("setting.import.folders"));

    private static Message help(String id) {
        return MESSAGES.message(id);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(SETTLE, MAX_BYTES, MAX_ENTRIES, FOLDERS);
    }
}

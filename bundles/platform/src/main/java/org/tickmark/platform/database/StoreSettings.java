package org.tickmark.platform.database;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jdbc.DataSourceFactory;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;

/** The settings of the database, {@code store.*}. */
@Component(name = "org.tickmark.platform.store.settings")
public final class StoreSettings implements SettingGroup {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(StoreSettings.class);

    private final Setting<String> url;
    private final boolean restoring;
    private final Setting<String> user = Setting.text("store.user", "", MESSAGES.message("setting.store.user"));
    private final Setting<String> password =
            Setting.secret("store.password", MESSAGES.message("setting.store.password"));
    private final Setting<Long> maxPool =
            Setting.integer("store.maxPool", 10, 2, 200, MESSAGES.message("setting.store.maxPool"));

    @Activate
    public StoreSettings(BundleContext context) {
        this(Folders.data(context), Folders.isRestored(context));
    }

    /**
     * The settings.
     *
     * @param restoring whether the database is one that was just put back: then it is the one in the data directory, whatever is set
     */
    StoreSettings(Path data, boolean restoring) {
        this.restoring = restoring;
        this.url = Setting.text(
                "store.url", "jdbc:h2:file:" + data.resolve("tickmark"), MESSAGES.message("setting.store.url"));
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(url, user, password, maxPool);
    }

    /**
     * Where the database is.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code config.invalid} if that is nowhere
     */
    StoreUrl url(Settings settings) {
        return restoring
                ? StoreUrl.parse(url.defaultText(), url.key())
                : StoreUrl.parse(settings.get(url), place(settings));
    }

    /** The key with where it is set, such as {@code store.url (env:TICKMARK_STORE_URL)}; this runs before or after it is declared. */
    private String place(Settings settings) {
        return Stream.concat(settings.all().stream(), settings.unknown().stream())
                .filter(value -> value.key().equals(url.key()))
                .map(value -> url.key() + " (" + value.origin() + ")")
                .findFirst()
                .orElse(url.key());
    }

    /** Opens the database as it is set. */
    Store open(Settings settings, DataSourceFactory driver) {
        return Store.open(
                url(settings),
                driver,
                settings.get(user),
                settings.get(password),
                settings.get(maxPool).intValue());
    }
}

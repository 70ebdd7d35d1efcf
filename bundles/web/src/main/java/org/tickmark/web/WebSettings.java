package org.tickmark.web;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.web.page.Texts;

/** The settings of the web workbench, {@code http.*}. */
@Component
public final class WebSettings implements SettingGroup {
    /** Whether a server opens the port. */
    static final Setting<Boolean> ENABLED = Setting.flag("http.enabled", true, help("enabled"));
    /** The address it listens on. */
    static final Setting<String> HOST = Setting.text("http.host", "127.0.0.1", help("host"));
    /** The port; 0 for any that is free. */
    static final Setting<Long> PORT = Setting.integer("http.port", 8787, 0, 65_535, help("port"));
    /** Further names it is asked under. */
    static final Setting<String> NAMES = Setting.text("http.names", "", help("names"));
    /** The file of certificate and key. */
    static final Setting<String> KEYS = Setting.text("http.keys", "", help("keys"));
    /** The password of that file. */
    static final Setting<String> KEYS_PASSWORD = Setting.secret("http.keysPassword", help("keysPassword"));
    /** Whether a proxy stands in front. */
    static final Setting<Boolean> BEHIND_PROXY = Setting.flag("http.behindProxy", false, help("behindProxy"));
    /** How long a connection may be silent. */
    static final Setting<Duration> PATIENCE =
            Setting.duration("http.patience", Duration.ofSeconds(30), help("patience"));

    private static Message help(String name) {
        return Texts.text("setting." + name);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ENABLED, HOST, PORT, NAMES, KEYS, KEYS_PASSWORD, BEHIND_PROXY, PATIENCE);
    }
}

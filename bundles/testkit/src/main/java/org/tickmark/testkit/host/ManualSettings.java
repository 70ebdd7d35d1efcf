package org.tickmark.testkit.host;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;

/** Settings that have their defaults until a test sets them. Safe for use from many threads. */
public final class ManualSettings implements Settings {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Sets a value, as it would be written in the file. */
    public ManualSettings with(Setting<?> setting, String value) {
        values.put(setting.key(), value);
        return this;
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return setting.parse(values.getOrDefault(setting.key(), setting.defaultText()));
    }

    @Override
    public List<Value> all() {
        return List.of();
    }

    @Override
    public List<Value> unknown() {
        return List.of();
    }
}

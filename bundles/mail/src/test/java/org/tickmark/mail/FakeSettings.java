package org.tickmark.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;

/** Settings that a test sets. */
final class FakeSettings implements Settings {
    private final Map<String, String> values = new HashMap<>();

    FakeSettings with(Setting<?> setting, String value) {
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

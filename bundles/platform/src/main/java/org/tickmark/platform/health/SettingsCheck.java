package org.tickmark.platform.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;

/** Every setting has a valid value, and nothing is set that nobody knows. */
@Component(property = HealthCheck.NAME + "=settings")
public final class SettingsCheck implements HealthCheck {
    private final Settings settings;
    private final List<SettingGroup> groups = new CopyOnWriteArrayList<>();

    @Activate
    public SettingsCheck(@Reference Settings settings) {
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGroup(SettingGroup group) {
        groups.add(group);
    }

    void removeGroup(SettingGroup group) {
        groups.remove(group);
    }

    @Override
    public Health check() {
        long set = settings.all().stream()
                .filter(value -> !value.origin().equals("default"))
                .count();
        Health health = Health.well(Texts.message("settings", set));
        for (SettingGroup group : groups) {
            for (Setting<?> setting : group.settings()) {
                health = readable(setting, health);
            }
        }
        for (Settings.Value unknown : settings.unknown()) {
            health = health.and(Texts.warning("settings.unknown", unknown.key())
                    .where(unknown.origin())
                    .build());
        }
        return health;
    }

    private Health readable(Setting<?> setting, Health health) {
        boolean set = settings.all().stream()
                .anyMatch(value ->
                        value.key().equals(setting.key()) && !value.origin().equals("default"));
        if (!set) {
            return health;
        }
        try {
            settings.get(setting);
            return health;
        } catch (TickmarkException e) {
            return health.and(e.problem());
        }
    }
}

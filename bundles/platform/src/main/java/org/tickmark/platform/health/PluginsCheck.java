package org.tickmark.platform.health;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.health.Health;
import org.tickmark.api.health.HealthCheck;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Plugins.Plugin;
import org.tickmark.api.host.Plugins.State;

/** Every bundle and every plugin runs; of those that do not, why. */
@Component(property = {HealthCheck.NAME + "=plugins", HealthCheck.READINESS + ":Boolean=true"})
public final class PluginsCheck implements HealthCheck {
    private final Plugins plugins;

    @Activate
    public PluginsCheck(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Health check() {
        List<Plugin> all = plugins.list(Caller.system());
        List<Plugin> resting =
                all.stream().filter(plugin -> plugin.state() != State.RUNNING).toList();
        Health health = Health.well(Texts.message("plugins", all.size() - resting.size(), all.size()));
        for (Plugin plugin : resting) {
            health = health.and(Texts.error("plugins.resting", plugin.reason())
                    .where(plugin.name().isEmpty() ? plugin.file() : plugin.name())
                    .build());
        }
        return health;
    }
}

package org.tickmark.platform.plugin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Plugins;
import org.tickmark.platform.Folders;
import org.tickmark.platform.database.MigrationProblems;
import org.tickmark.platform.plugin.PluginWatcher.Look;

/** Registers {@link Plugins}, and watches the plugin folder. */
@Component(name = "org.tickmark.platform.plugins", immediate = true)
public final class PluginsComponent implements Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(PluginsComponent.class);
    private static final long LOOK_MILLIS = 1000;

    private final BundleContext context;
    private final PluginFolder folder;
    private final InstalledPlugins plugins;
    private final PluginWatcher watcher = new PluginWatcher(LOG::info, LOG::warn);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "tickmark-plugins"));
    private final Future<?> looking;

    @Activate
    public PluginsComponent(
            BundleContext context,
            @Reference ServiceComponentRuntime components,
            @Reference MigrationProblems migrations) {
        this.context = context;
        this.folder = new PluginFolder(Folders.plugins(context));
        this.plugins = new InstalledPlugins(context, folder, new Components(components, migrations));
        this.looking = thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void deactivate() {
        looking.cancel(false);
        thread.shutdown();
    }

    @Override
    public List<Plugin> list(Caller caller) {
        return plugins.list(caller);
    }

    private void look() {
        try {
            // While the framework starts or stops, every plugin changes and none of it means anything.
            if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
                watcher.look(looks());
            }
        } catch (RuntimeException e) {
            LOG.warn("The plugin folder could not be looked at", e);
        }
    }

    private Map<String, Look> looks() {
        Map<String, Look> looks = new HashMap<>();
        for (Plugin plugin : plugins.fromFolder()) {
            looks.put(plugin.file(), Look.at(plugin, folder.changed(plugin.file())));
        }
        return looks;
    }
}

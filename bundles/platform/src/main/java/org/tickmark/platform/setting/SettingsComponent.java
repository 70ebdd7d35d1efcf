package org.tickmark.platform.setting;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;
import org.tickmark.platform.Folders;

/** Registers {@link Settings}; it needs nothing, so that whatever is wrong later can be looked up. */
@Component(
        name = "org.tickmark.platform.settings",
        service = {Settings.class, SettingsComponent.class})
public final class SettingsComponent implements Settings {
    private final LayeredSettings settings;

    @Activate
    public SettingsComponent(BundleContext context) {
        SettingsFile file = Folders.config(context)
                .map(folder -> SettingsFile.read(folder.resolve("tickmark.properties")))
                .orElseGet(SettingsFile::none);
        this.settings = new LayeredSettings(file, System.getenv());
    }

    /** The settings, for those who change them. */
    LayeredSettings layered() {
        return settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGroup(SettingGroup group) {
        settings.add(group);
    }

    void removeGroup(SettingGroup group) {
        settings.remove(group);
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return settings.get(setting);
    }

    @Override
    public List<Value> all() {
        return settings.all();
    }

    @Override
    public List<Value> unknown() {
        return settings.unknown();
    }
}

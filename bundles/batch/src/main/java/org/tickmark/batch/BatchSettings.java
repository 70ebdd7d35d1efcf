package org.tickmark.batch;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of the night run. */
@Component
public final class BatchSettings implements SettingGroup {
    /** Whether night runs may run at all. */
    static final Setting<Boolean> ENABLED = Setting.flag("batch.enabled", true, Texts.message("setting.batch.enabled"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(ENABLED);
    }
}

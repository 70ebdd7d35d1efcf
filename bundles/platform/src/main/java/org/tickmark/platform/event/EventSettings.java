package org.tickmark.platform.event;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of events, {@code event.*}. */
@Component(name = "org.tickmark.platform.events.settings")
public final class EventSettings implements SettingGroup {
    /** How long a delivered event is kept. */
    static final Setting<Duration> KEEP_FOR = Setting.duration(
            "event.keepFor",
            Duration.ofDays(90),
            MessageCatalog.of(EventSettings.class).message("setting.event.keepFor"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(KEEP_FOR);
    }
}

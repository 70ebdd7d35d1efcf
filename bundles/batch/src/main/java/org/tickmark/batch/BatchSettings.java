package org.tickmark.batch;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of the night run, {@code batch.*}. */
@Component
public final class BatchSettings implements SettingGroup {
    /** Whether night runs may run at all. */
    static final Setting<Boolean> ENABLED = Setting.flag("batch.enabled", true, Texts.message("setting.batch.enabled"));
    /** Who is told of errors. */
    static final Setting<String> ERRORS_TO =
            Setting.text("batch.errorsTo", "", Texts.message("setting.batch.errorsTo"));
    /** Who is told of completion. */
    static final Setting<String> DONE_TO = Setting.text("batch.doneTo", "", Texts.message("setting.batch.doneTo"));
    /** When completion is told. */
    static final Setting<String> DONE_WHEN = Setting.choice(
            "batch.doneWhen", "always", List.of("always", "changed"), Texts.message("setting.batch.doneWhen"));
    /** Whether those who are told of errors are told of the first good run after them. */
    static final Setting<Boolean> TELL_RECOVERY =
            Setting.flag("batch.tellRecovery", true, Texts.message("setting.batch.tellRecovery"));
    /** When a run must have begun, as a schedule in words. */
    static final Setting<String> EXPECTED = Setting.text("batch.expected", "", Texts.message("setting.batch.expected"));
    /** What is called after each run that ended well. */
    static final Setting<String> ALIVE_URL =
            Setting.text("batch.aliveUrl", "", Texts.message("setting.batch.aliveUrl"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(ENABLED, ERRORS_TO, DONE_TO, DONE_WHEN, TELL_RECOVERY, EXPECTED, ALIVE_URL);
    }
}

package org.tickmark.script;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings;

/** The settings of scripts, {@code script.*}: what a script may be allowed at most, how long its runs are kept and debugging sessions left alone, what may be asked by HTTP. */
@Component(name = "org.tickmark.script.settings")
public final class ScriptSettings implements SettingGroup {
    /** How many million steps. */
    static final Setting<Long> MOST_STEPS =
            Setting.integer("script.mostMillionSteps", 1_000, 1, 1_000_000, help("mostMillionSteps"));
    /** How long. */
    static final Setting<Duration> MOST_TIME =
            Setting.duration("script.mostTime", Duration.ofHours(1), help("mostTime"));
    /** How much memory. */
    static final Setting<Long> MOST_MEMORY =
            Setting.integer("script.mostMemoryMegabytes", 256, 1, 65_536, help("mostMemoryMegabytes"));
    /** How long runs and firings are kept. */
    static final Setting<Duration> KEEP_RUNS =
            Setting.duration("script.keepRuns", Duration.ofDays(90), help("keepRuns"));
    /** After what time a debugging session that nobody touches is ended. */
    static final Setting<Duration> DEBUG_IDLE =
            Setting.duration("script.debugIdle", Duration.ofMinutes(15), help("debugIdle"));

    /** Where addresses begin that scripts may ask. */
    static final Setting<String> HTTP_ALLOWED = Setting.text("script.httpAllowed", "", help("httpAllowed"));

    private static final long MOST_OUTPUT = 1_000_000_000;
    private static final int MOST_DEPTH = 10_000;
    private static final long MILLION = 1_000_000;

    private static Message help(String name) {
        return Texts.message("setting." + name);
    }

    /** What a script may be allowed at most. */
    static ScriptLimits most(Settings settings) {
        return new ScriptLimits(
                settings.get(MOST_STEPS) * MILLION,
                settings.get(MOST_TIME),
                settings.get(MOST_MEMORY) << 20,
                MOST_OUTPUT,
                MOST_DEPTH);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MOST_STEPS, MOST_TIME, MOST_MEMORY, KEEP_RUNS, DEBUG_IDLE, HTTP_ALLOWED);
    }
}

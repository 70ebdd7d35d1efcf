package org.tickmark.scheduler;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.host.tasks.ThisNode;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;

/** The settings of the scheduler, {@code scheduler.*}. */
@Component
public final class SchedulerSettings implements SettingGroup {
    static final MessageCatalog MESSAGES = MessageCatalog.of(SchedulerSettings.class);

    /** What people call this node; empty: the name of the machine. */
    static final Setting<String> NODE = Setting.text(ThisNode.NAME, "", MESSAGES.message("setting.node"));
    /** Labels of this node, separated by blanks or commas. */
    static final Setting<String> LABELS = Setting.text(ThisNode.LABELS, "", MESSAGES.message("setting.labels"));
    /** How many runs this node does at the same time. */
    static final Setting<Long> WORKERS =
            Setting.integer("scheduler.workers", 8, 1, 500, MESSAGES.message("setting.workers"));
    /** Which installation this is; empty: the address of the database. */
    static final Setting<String> IDENTITY =
            Setting.text("scheduler.identity", "", MESSAGES.message("setting.identity"));
    /** How long a run is let to stop by itself. */
    static final Setting<Duration> PATIENCE = Setting.duration(
            "scheduler.stopPatience", Duration.ofSeconds(10), MESSAGES.message("setting.stopPatience"));
    /** How long runs that succeeded are kept. */
    static final Setting<Duration> KEEP_RUNS =
            Setting.duration("scheduler.keepRuns", Duration.ofDays(90), MESSAGES.message("setting.keepRuns"));
    /** How long runs that failed are kept. */
    static final Setting<Duration> KEEP_FAILURES =
            Setting.duration("scheduler.keepFailures", Duration.ofDays(365), MESSAGES.message("setting.keepFailures"));
    /** How many lines a run may write to its log. */
    static final Setting<Long> LOG_LINES =
            Setting.integer("scheduler.logLines", 10_000, 100, 1_000_000, MESSAGES.message("setting.logLines"));

    @Override
    public List<Setting<?>> settings() {
        return List.of(NODE, LABELS, WORKERS, IDENTITY, PATIENCE, KEEP_RUNS, KEEP_FAILURES, LOG_LINES);
    }
}

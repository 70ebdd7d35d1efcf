package org.tickmark.api.host.tasks;

import java.util.Map;
import java.util.Objects;

/**
 * A text in which another program keeps when something runs.
 *
 * @param format what it is
 * @param text the text
 * @param from what to call it in problems, such as its file name; a systemd timer takes the name of its task from it
 * @param executor what the tasks made of it are to be carried out by
 * @param parameter the parameter of that executor that takes the command; empty: the command goes into the description alone
 * @param parameters what that executor is given beside it, the same for all tasks
 * @param zone name of the zone whose clocks hold where the text names none
 * @param owner in whose name the tasks run; empty: the caller's
 */
public record ForeignSchedule(
        Format format,
        String text,
        String from,
        String executor,
        String parameter,
        Map<String, String> parameters,
        String zone,
        String owner) {
    /** What a text is. */
    public enum Format {
        /** The crontab of a user: five fields and a command. */
        CRONTAB,
        /** The crontab of the system: five fields, a user and a command. */
        SYSTEM_CRONTAB,
        /** A systemd timer unit, or calendar expressions of systemd, one a line. */
        SYSTEMD_TIMER
    }

    public ForeignSchedule {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(parameter, "parameter");
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(owner, "owner");
    }
}

package org.tickmark.web.screens.runs;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.message.Message;

/** What is told alike of runs wherever they are shown. */
final class Run {
    private Run() {}

    static boolean isUnderWay(String state) {
        return List.of("waiting", "running", "split").contains(state);
    }

    static boolean isFailed(String state) {
        return List.of("failed", "timed-out", "cancelled", "lost").contains(state);
    }

    /** Whether no run began at its time. */
    static boolean isDropped(String state) {
        return List.of("skipped", "missed", "blacked-out", "paused").contains(state);
    }

    /** Why it ran, and who started it. */
    static String cause(Object cause, String startedBy, Locale locale) {
        String words = cause instanceof Message message ? message.text(locale) : String.valueOf(cause);
        return startedBy.isEmpty() ? words : words + ", " + startedBy.replaceFirst("^(user|os):", "");
    }
}

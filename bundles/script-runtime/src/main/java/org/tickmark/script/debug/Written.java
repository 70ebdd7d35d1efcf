package org.tickmark.script.debug;

import java.util.Locale;
import java.util.function.Consumer;
import org.tickmark.api.Severity;
import org.tickmark.api.script.ScriptOutput;

/** What a debugged run writes: kept until somebody asks for it, of much the last part, and told to whoever listens. Safe for use from many threads. */
final class Written implements ScriptOutput {
    private static final int MOST = 200_000;

    private final StringBuilder kept = new StringBuilder();
    private final Consumer<String> listener;

    Written(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void print(String text) {
        keep(text);
        listener.accept(text);
    }

    @Override
    public void log(Severity severity, String text) {
        print(severity.name().toLowerCase(Locale.ROOT) + ": " + text + "\n");
    }

    private synchronized void keep(String text) {
        kept.append(text);
        if (kept.length() > MOST) {
            kept.delete(0, kept.length() - MOST);
        }
    }

    /** What was written since the last time. */
    synchronized String take() {
        String text = kept.toString();
        kept.setLength(0);
        return text;
    }
}

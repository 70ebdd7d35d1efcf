package org.tickmark.platform.plugin;

import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tickmark.api.host.Plugins.Plugin;
import org.tickmark.api.host.Plugins.State;

/**
 * Tells what becomes of the files in the plugin folder: once per change, and only of what was the same in two looks, so that
 * what is half copied or half started is not told of. For one thread.
 */
final class PluginWatcher {
    private final Consumer<String> info;
    private final Consumer<String> warning;
    private final Map<String, Look> told = new HashMap<>();
    private Map<String, Look> last = Map.of();

    PluginWatcher(Consumer<String> info, Consumer<String> warning) {
        this.info = info;
        this.warning = warning;
    }

    /**
     * A plugin as it was seen.
     *
     * @param changed when its file was last changed
     */
    record Look(String name, String version, State state, List<String> contributes, String reason, FileTime changed) {
        static Look at(Plugin plugin, FileTime changed) {
            return new Look(
                    plugin.name(),
                    plugin.version(),
                    plugin.state(),
                    plugin.contributes(),
                    plugin.reason().text(Locale.ENGLISH),
                    changed);
        }

        private boolean runs() {
            return state == State.RUNNING;
        }
    }

    /**
     * Looks once more.
     *
     * @param now the plugins by file name
     */
    void look(Map<String, Look> now) {
        Set<String> files = new TreeSet<>(told.keySet());
        files.addAll(now.keySet());
        for (String file : files) {
            Look seen = now.get(file);
            if (Objects.equals(seen, last.get(file)) && !Objects.equals(seen, told.get(file))) {
                tell(file, told.get(file), seen);
                remember(file, seen);
            }
        }
        last = Map.copyOf(now);
    }

    private void remember(String file, Look seen) {
        if (seen == null) {
            told.remove(file);
        } else {
            told.put(file, seen);
        }
    }

    /** Either look is null where there was, or is, no such file. */
    private void tell(String file, Look before, Look seen) {
        if (seen == null) {
            info.accept("Plugin " + before.name() + " removed (" + file + ")");
        } else if (seen.runs()) {
            tellRunning(file, before, seen);
        } else if (seen.state() == State.STOPPED) {
            info.accept("Plugin " + named(seen) + " is not started (" + file + "): " + seen.reason());
        } else {
            warning.accept("Plugin file " + file + " could not be used, "
                    + seen.state().name().toLowerCase(Locale.ROOT) + ": " + seen.reason());
        }
    }

    private void tellRunning(String file, Look before, Look seen) {
        String what = before != null && before.runs() && !before.changed().equals(seen.changed())
                ? " upgraded from " + before.version()
                : " started";
        info.accept("Plugin " + named(seen) + what + " (" + file + ")" + contributing(seen));
    }

    private static String named(Look look) {
        return (look.name() + " " + look.version()).strip();
    }

    private static String contributing(Look look) {
        return look.contributes().isEmpty() ? "" : ": " + String.join(", ", look.contributes());
    }
}

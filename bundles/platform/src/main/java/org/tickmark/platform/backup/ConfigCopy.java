package org.tickmark.platform.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.setting.Settings.Value;

/**
 * The settings of a {@code tickmark.properties}, written anew: secrets, and what may be some because no bundle knows the key, are left out and named. Comments are
 * left out as well, since somebody may have put a password behind one.
 */
final class ConfigCopy {
    private static final Pattern MAY_HOLD_SECRET = Pattern.compile("(?i)(password|passwd|secret|token)=");

    private final List<String> lines = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** Of this file. */
    ConfigCopy(Path file, Settings settings) {
        String origin = "file:" + file + ":";
        settings.all().stream()
                .filter(value -> value.origin().startsWith(origin))
                .forEach(this::add);
        settings.unknown().stream()
                .filter(value -> value.origin().startsWith(origin))
                .forEach(value -> leaveOut(value.key()));
    }

    private void add(Value value) {
        if (value.type().equals("secret")
                || MAY_HOLD_SECRET.matcher(value.value()).find()) {
            leaveOut(value.key());
        } else {
            lines.add(value.key() + " = " + escaped(value.value()));
        }
    }

    private void leaveOut(String key) {
        leftOut.add(key);
        lines.add("# " + key + " was left out of the backup");
    }

    /** As {@link java.util.Properties} reads it back. */
    private static String escaped(String value) {
        String text = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        return text.startsWith(" ") ? "\\" + text : text;
    }

    /** The text of the file. */
    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** The keys that were left out, in order. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}

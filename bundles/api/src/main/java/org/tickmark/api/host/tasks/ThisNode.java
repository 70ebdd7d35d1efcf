package org.tickmark.api.host.tasks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.tickmark.api.setting.Settings;

/**
 * What this process is among the nodes that share a database: its name, and the labels by which tasks and import definitions say which nodes may carry
 * them out. Immutable.
 *
 * @param name what people call it
 * @param labels its labels, in alphabetical order
 */
public record ThisNode(String name, List<String> labels) {
    /** Key of the setting with the name; empty for the name of the machine. */
    public static final String NAME = "scheduler.node";
    /** Key of the setting with the labels, parted by blanks or commas. */
    public static final String LABELS = "scheduler.labels";

    public ThisNode {
        Objects.requireNonNull(name, "name");
        labels = labels.stream().sorted().distinct().toList();
    }

    /** This process, as it is set up. */
    public static ThisNode of(Settings settings) {
        String name = value(settings, NAME);
        List<String> labels = Arrays.stream(value(settings, LABELS).split("[ ,]+", -1))
                .filter(label -> !label.isEmpty())
                .toList();
        return new ThisNode(name.isEmpty() ? machine() : name, labels);
    }

    private static String value(Settings settings, String key) {
        return settings.all().stream()
                .filter(setting -> setting.key().equals(key))
                .map(Settings.Value::value)
                .findFirst()
                .orElse("");
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Whether it has all of these labels. */
    public boolean has(Collection<String> wanted) {
        return labels.containsAll(wanted);
    }
}

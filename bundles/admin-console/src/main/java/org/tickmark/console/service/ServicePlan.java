package org.tickmark.console.service;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be started, as whom, when, and which folders it needs. Immutable.
 *
 * @param home the distribution
 * @param data the data directory
 * @param config the configuration directory
 * @param plugins the plugin folder
 * @param writable folders elsewhere that it writes to, such as sources and archives of imports
 * @param java the Java to run on
 * @param user the account to run under
 * @param at when night runs begin, by the clocks of the zone
 * @param weekdays whether night runs begin from Monday to Friday only
 * @param zone the zone; empty for that of the machine
 */
public record ServicePlan(
        Path home,
        Path data,
        Path config,
        Path plugins,
        List<Path> writable,
        Path java,
        String user,
        LocalTime at,
        boolean weekdays,
        Optional<String> zone) {
    public ServicePlan {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(plugins, "plugins");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        writable = outermost(data, writable);
    }

    /** In order, without those that lie in the data directory or in one another. */
    private static List<Path> outermost(Path data, Collection<Path> folders) {
        List<Path> kept = new ArrayList<>();
        for (Path folder : folders.stream().map(Path::normalize).sorted().toList()) {
            if (!folder.startsWith(data) && kept.stream().noneMatch(folder::startsWith)) {
                kept.add(folder);
            }
        }
        return List.copyOf(kept);
    }

    /** Every folder that it reads or writes. */
    List<Path> all() {
        List<Path> all = new ArrayList<>(List.of(home, data, config, plugins, java));
        all.addAll(writable);
        return all;
    }

    /** The words that say where things lie. */
    List<String> places() {
        return List.of("--data", data.toString(), "--config", config.toString(), "--plugins", plugins.toString());
    }
}

package org.tickmark.console.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The bundles that commands stand on: what to say about a command while its bundle is away, and how long to wait for it,
 * since it may be in the middle of being replaced.
 *
 * @param byCommand symbolic name of the bundle by scope, or by scope and verb where a scope has several
 * @param patience how long to wait for a command that is away
 */
public record Providers(Map<String, String> byCommand, Duration patience) {
    public Providers {
        byCommand = Map.copyOf(byCommand);
    }

    /** The bundle that brings commands of a scope. */
    Optional<String> of(String scope) {
        return Optional.ofNullable(byCommand.get(scope)).or(() -> of(scope, ""));
    }

    /** The bundle that brings a command of its own in a scope, whose verb may be given by its beginning. */
    Optional<String> of(String scope, String verb) {
        return byCommand.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(scope + " " + verb))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

package org.tickmark.console.health;

import java.util.Objects;
import org.tickmark.api.health.Health;

/**
 * What a check found.
 *
 * @param check name of the check
 * @param health what it found
 */
public record Finding(String check, Health health) {
    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(health, "health");
    }
}

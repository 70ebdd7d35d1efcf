package org.tickmark.api.host.imports;

import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * One check of a folder of a definition, made by the service itself.
 *
 * @param definition name of the definition
 * @param unit code of the unit
 * @param check what was checked, such as {@code source.readable}
 * @param ok whether it is as it must be
 * @param detail what was found, and what to do where it is not ok
 */
public record PathCheck(String definition, String unit, String check, boolean ok, Message detail) {
    public PathCheck {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(detail, "detail");
    }
}

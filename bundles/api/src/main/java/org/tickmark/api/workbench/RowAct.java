package org.tickmark.api.workbench;

import java.util.Map;
import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A button in each row of a list.
 *
 * @param command scope and verb of the command it gives
 * @param argument the argument that is given the first value of the row
 * @param given further values by name of argument or option
 * @param label what it says
 */
public record RowAct(String command, String argument, Map<String, String> given, Message label) {
    public RowAct {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(argument, "argument");
        given = Map.copyOf(given);
        Objects.requireNonNull(label, "label");
    }
}

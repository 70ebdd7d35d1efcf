package org.tickmark.api.workbench;

import java.util.Objects;
import org.tickmark.api.message.Message;

/**
 * A button of a form of several commands.
 *
 * @param command scope and verb of the command it gives
 * @param manner whether it gives it at once
 * @param label what it says
 */
public record FormAct(String command, Manner manner, Message label) {
    /** How a command is given. */
    public enum Manner {
        /** At once; a form for the rest comes only if something is missing. */
        AT_ONCE,
        /** The command's own form comes first, filled in with what is in the fields. */
        IN_ITS_FORM
    }

    public FormAct {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(manner, "manner");
        Objects.requireNonNull(label, "label");
    }

    /** A button that gives a command at once. */
    public static FormAct of(String command, Message label) {
        return new FormAct(command, Manner.AT_ONCE, label);
    }

    /** A button that leads to a command's own form. */
    public static FormAct inItsForm(String command, Message label) {
        return new FormAct(command, Manner.IN_ITS_FORM, label);
    }
}

package org.tickmark.script.crmscript.run;

import java.util.List;
import java.util.OptionalLong;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.Values;

/**
 * A variable as it stands in a call, without its value being boxed. One serves for all that an observer is told, since most statements change something and it reads at
 * once.
 */
final class Standing implements ScriptVariable {
    private Variable variable;
    private Frame frame;

    /** From now on this variable of this call. */
    Standing of(Variable which, Frame where) {
        variable = which;
        frame = where;
        return this;
    }

    @Override
    public String name() {
        return variable.name();
    }

    @Override
    public String type() {
        return variable.type().word();
    }

    @Override
    public OptionalLong whole() {
        if (variable.type().storage() != Storage.NUMBER) {
            return OptionalLong.empty();
        }
        long number = variable.holder(frame).numbers[variable.slot()];
        return number == Values.NULL ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public String text() {
        return variable.view(frame).text();
    }

    @Override
    public List<ScriptVariable> children() {
        return variable.view(frame).children();
    }
}

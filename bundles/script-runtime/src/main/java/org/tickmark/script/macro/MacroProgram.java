package org.tickmark.script.macro;

import java.util.List;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;

/**
 * A macro that is right: its actions in order.
 *
 * @param actions the object through which they are done
 */
record MacroProgram(ScriptSource source, List<Step> steps, GrantedObject actions) implements ScriptProgram {
    MacroProgram {
        steps = List.copyOf(steps);
    }

    @Override
    public List<ScriptSource> sources() {
        return List.of(source);
    }

    @Override
    public List<ScriptPosition> stops() {
        return steps.stream().map(Step::position).toList();
    }

    @Override
    public ScriptRun start(ScriptCall call) {
        return new MacroRun(this, call);
    }
}

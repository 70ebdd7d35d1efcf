package org.tickmark.script.crmscript;

import java.util.List;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.compile.Compiler.Compiled;

/** A compiled script. */
record CrmProgram(Compiled compiled) implements ScriptProgram {
    @Override
    public List<ScriptSource> sources() {
        return compiled.program().sources();
    }

    @Override
    public List<ScriptPosition> stops() {
        return compiled.program().stops();
    }

    @Override
    public ScriptRun start(ScriptCall call) {
        return new CrmRun(compiled, call);
    }
}

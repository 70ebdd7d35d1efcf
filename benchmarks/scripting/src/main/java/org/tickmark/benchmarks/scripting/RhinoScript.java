package org.tickmark.benchmarks.scripting;

import java.util.function.Supplier;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/** JavaScript for Rhino, compiled once. */
final class RhinoScript implements Supplier<String> {
    private final boolean interpreted;
    private final Script script;

    /**
     * Compiles a script.
     *
     * @param interpreted whether to the code that Rhino interprets, not to that of the virtual machine
     */
    RhinoScript(String source, boolean interpreted) {
        this.interpreted = interpreted;
        try (Context context = entered()) {
            this.script = context.compileString(source, "work", 1, null);
        }
    }

    private Context entered() {
        Context context = Context.enter();
        context.setInterpretedMode(interpreted);
        return context;
    }

    @Override
    public String get() {
        try (Context context = entered()) {
            ScriptableObject scope = context.initStandardObjects();
            return Context.toString(script.exec(context, scope, scope));
        }
    }
}

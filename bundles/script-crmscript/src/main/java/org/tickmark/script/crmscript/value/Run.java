package org.tickmark.script.crmscript.value;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.tickmark.api.script.ScriptCall;

/** What the library sees of a run. */
public interface Run {
    /** What the run was given. */
    ScriptCall call();

    /** Counts what is used. */
    Meter meter();

    /** What time it is, and in which zone. */
    default Clock clock() {
        return call().clock();
    }

    /** Random numbers of this run. */
    Random random();

    /** Writes a piece of the result. */
    void print(String text);

    /** Variables that the script and whoever started it share: parameters at first, then also results. */
    Map<String, String> variables();

    /** Calls a function of the script, with boxed arguments; for a method the value comes first. */
    Object invoke(Callable function, Object... arguments);

    /** An object that this run keeps for the library, made when it is first asked for. */
    <T> T shared(Class<T> type, Supplier<T> maker);
}

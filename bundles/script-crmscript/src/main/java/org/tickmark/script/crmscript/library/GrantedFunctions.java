package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.GrantedObject.Value;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Type;

/** Functions of the dialect that are calls of a granted object: {@code executeScript} and {@code executeMacro} are {@code scripts.run}. */
public final class GrantedFunctions {
    /** The object that the functions need. */
    public static final String OBJECT = "scripts";

    /** What it is called with: a name, and parameters as {@code name=value}. */
    private static final GrantedObject.Method RUN =
            new GrantedObject.Method("run", List.of(Value.TEXT, Value.TEXTS), Value.TEXTS);

    private static final List<String> NAMES = List.of("executeMacro", "executeScript");

    private GrantedFunctions() {}

    /** All names. */
    public static List<String> names() {
        return NAMES;
    }

    /** The functions of that name, on the object. */
    public static List<Callable> of(String name, GrantedObject object) {
        return List.of(function(name, object, STRING), function(name, object, STRING, MapLibrary.MAP));
    }

    private static Callable function(String name, GrantedObject object, Type... parameters) {
        return new Builtin(
                name, Optional.empty(), List.of(parameters), MapLibrary.MAP, false, (run, a) -> call(run, object, a));
    }

    /** Yields what the other script has as results. */
    private static Object call(Run run, GrantedObject object, Arguments a) {
        List<String> parameters = new ArrayList<>();
        if (a.all().size() > 1) {
            a.value(MapValue.class, 1).forEach((key, value) -> parameters.add(key + "=" + value));
        }
        Object results = Granted.called(object, RUN, List.of(a.text(0), parameters));
        MapValue map = MapLibrary.of(run, Map.of());
        for (Object line : (List<?>) results) {
            String pair = Lib.made(run, String.valueOf(line));
            int at = pair.indexOf('=');
            map.put(run.meter(), pair.substring(0, at), pair.substring(at + 1));
        }
        return map;
    }
}

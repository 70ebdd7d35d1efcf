package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.Map;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;

/** Where a script is run: its parameters, its user, the event it reacts to. */
final class ContextLibrary {
    /** Without an event, one that says nothing and goes nowhere. */
    private static final NativeType EVENT = new NativeType("EventData", ContextLibrary::event);

    private static final NativeType USER =
            new NativeType("User", run -> run.call().caller().identity());

    private ContextLibrary() {}

    private static ScriptEvent event(Run run) {
        return run.call()
                .event()
                .orElseGet(() -> run.shared(ScriptEvent.class, () -> new ScriptEvent("", Map.of(), Map.of())));
    }

    static void addTo(Library library) {
        library.add(EVENT);
        library.add(USER);
        for (String name : new String[] {"getCgiVariable", "getVariable", "getParserVariable", "getGlobalVariable"}) {
            library.function(STRING, name, (run, a) -> run.variables().getOrDefault(a.text(0), ""), STRING);
        }
        for (String name : new String[] {"setVariable", "setParserVariable"}) {
            library.function(VOID, name, ContextLibrary::setVariable, STRING, STRING);
        }
        library.function(
                MapLibrary.MAP,
                "getCgiVariables",
                (run, a) -> MapLibrary.of(run, run.call().parameters()));
        library.function(MapLibrary.MAP, "getGlobalStaticMap", ContextLibrary::staticMap);
        library.function(USER, "getActiveUser", (run, a) -> USER.initial(run));
        library.method(USER, STRING, "getName", (run, a) -> a.raw(0));
        library.method(USER, STRING, "toString", (run, a) -> a.raw(0));
        events(library);
    }

    private static Object setVariable(Run run, Arguments a) {
        run.meter().bytes(64);
        run.variables().put(a.text(0), a.text(1));
        return null;
    }

    private static Object staticMap(Run run, Arguments a) {
        return run.shared(MapValue.class, () -> MapLibrary.empty(run));
    }

    // ---------------------------------------------------------------- events

    /** Something done to an event. */
    private interface Action {
        void on(ScriptEvent event, Arguments a);
    }

    private static Builtin.Code does(Action action) {
        return (run, a) -> {
            run.meter().bytes(64);
            action.on(self(a), a);
            return null;
        };
    }

    private static ScriptEvent self(Arguments a) {
        return a.value(ScriptEvent.class, 0);
    }

    private static void events(Library library) {
        library.function(EVENT, "getEventData", (run, a) -> EVENT.initial(run));
        library.method(EVENT, STRING, "getType", (run, a) -> self(a).type());
        library.method(
                EVENT, STRING, "getInputValue", (run, a) -> self(a).inputs().getOrDefault(a.text(1), ""), STRING);
        library.method(EVENT, MapLibrary.MAP, "getInputValues", (run, a) -> MapLibrary.of(run, self(a).inputs()));
        library.method(
                EVENT, STRING, "getStateValue", (run, a) -> self(a).state().getOrDefault(a.text(1), ""), STRING);
        library.method(EVENT, MapLibrary.MAP, "getStateValues", (run, a) -> MapLibrary.of(run, self(a).state()));
        library.method(
                EVENT, VOID, "setOutputValue", does((event, a) -> event.output(a.text(1), a.text(2))), STRING, STRING);
        library.method(
                EVENT, VOID, "setStateValue", does((event, a) -> event.state(a.text(1), a.text(2))), STRING, STRING);
        library.method(EVENT, VOID, "setBlockExecution", does((event, a) -> event.block(a.flag(1))), BOOL);
        library.method(EVENT, VOID, "setMessage", does((event, a) -> event.message(a.text(1))), STRING);
        library.method(
                EVENT,
                VOID,
                "setValidationMessage",
                does((event, a) -> {
                    event.block(true);
                    event.message(a.text(1));
                }),
                STRING);
    }
}

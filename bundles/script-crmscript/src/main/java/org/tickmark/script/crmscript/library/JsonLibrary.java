package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.LONG;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.List;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Values;

/** {@code JSONBuilder}. */
final class JsonLibrary {
    static final NativeType BUILDER = new NativeType("JSONBuilder", run -> {
        run.meter().text(0);
        return new JsonWriter();
    });

    private JsonLibrary() {}

    /** Something done to a builder. */
    private interface Action {
        void on(JsonWriter writer, Meter meter, Arguments a);
    }

    private static Builtin.Code does(Action action) {
        return (run, a) -> {
            action.on(a.value(JsonWriter.class, 0), run.meter(), a);
            return null;
        };
    }

    static void addTo(Library library) {
        library.add(BUILDER);
        library.method(BUILDER, VOID, "pushObject", does((w, m, a) -> w.open(m, a.text(1), '{')), STRING);
        library.method(BUILDER, VOID, "pushArray", does((w, m, a) -> w.open(m, a.text(1), '[')), STRING);
        library.method(BUILDER, VOID, "popLevel", does((w, m, a) -> w.close(m)));
        library.method(BUILDER, VOID, "finalize", does((w, m, a) -> w.closeAll(m)));
        library.method(BUILDER, VOID, "setPrettyPrint", does((w, m, a) -> w.pretty(a.flag(1))), BOOL);
        library.method(BUILDER, VOID, "addString", does((w, m, a) -> w.text(m, a.text(1), a.text(2))), STRING, STRING);
        for (Simple type : List.of(INTEGER, LONG, FLOAT, BOOL)) {
            String name = type == LONG ? "addInteger" : "add" + type.word();
            library.method(
                    BUILDER,
                    VOID,
                    name,
                    does((w, m, a) -> w.word(m, a.text(1), a.raw(2) == null ? "null" : Values.text(a.raw(2)))),
                    STRING,
                    type);
        }
        library.method(BUILDER, VOID, "addNull", does((w, m, a) -> w.word(m, a.text(1), "null")), STRING);
        library.method(BUILDER, STRING, "getString", (run, a) -> {
            JsonWriter writer = a.value(JsonWriter.class, 0);
            writer.closeAll(run.meter());
            return Lib.made(run, writer.text());
        });
    }
}

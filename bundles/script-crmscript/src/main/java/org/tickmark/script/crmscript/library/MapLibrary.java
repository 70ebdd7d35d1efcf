package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.LONG;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.Map;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Values;

/** {@code Map}. */
final class MapLibrary {
    static final NativeType MAP = new NativeType("Map", MapLibrary::empty);

    private MapLibrary() {}

    static MapValue empty(Run run) {
        run.meter().bytes(128);
        return new MapValue();
    }

    static MapValue of(Run run, Map<String, String> entries) {
        MapValue map = empty(run);
        entries.forEach((key, value) -> map.put(run.meter(), key, value));
        return map;
    }

    private static MapValue self(Arguments a) {
        return a.value(MapValue.class, 0);
    }

    static void addTo(Library library) {
        library.add(MAP);
        library.function(MAP, "Map", (run, a) -> empty(run));
        library.function(MAP, "Map", (run, a) -> parsed(run, a.text(0)), STRING);
        library.method(
                MAP,
                MAP,
                "insert",
                (run, a) -> {
                    self(a).put(run.meter(), a.text(1), a.text(2));
                    return a.raw(0);
                },
                STRING,
                STRING);
        library.method(MAP, STRING, "get", (run, a) -> self(a).get(a.text(1)), STRING);
        library.method(MAP, STRING, "getWithFallback", (run, a) -> self(a).get(a.text(1), a.text(2)), STRING, STRING);
        library.method(MAP, BOOL, "exists", (run, a) -> self(a).has(a.text(1)), STRING);
        library.method(MAP, INTEGER, "size", (run, a) -> (long) self(a).size());
        library.method(
                MAP,
                VOID,
                "remove",
                (run, a) -> {
                    self(a).remove(a.text(1));
                    return null;
                },
                STRING);
        library.method(MAP, VOID, "clear", (run, a) -> {
            self(a).clear();
            return null;
        });
        library.method(MAP, BOOL, "first", (run, a) -> self(a).first());
        library.method(MAP, BOOL, "next", (run, a) -> self(a).next());
        library.method(MAP, BOOL, "eof", (run, a) -> self(a).atEnd());
        library.method(MAP, STRING, "getKey", (run, a) -> self(a).key());
        library.method(MAP, STRING, "getVal", (run, a) -> self(a).value());
        library.method(MAP, VOID, "increaseValueForKey", MapLibrary::increaseWhole, STRING, INTEGER);
        library.method(MAP, VOID, "increaseValueForKey", MapLibrary::increaseReal, STRING, FLOAT);
        library.method(MAP, STRING, "toJson", (run, a) -> JsonValues.write(run, self(a)));
        library.method(MAP, VOID, "fromJson", MapLibrary::fromJson, STRING);
        library.function(STRING, "mapValue", MapLibrary::mapped, STRING, STRING, STRING, STRING);
    }

    /** Lines of {@code key=value}. */
    private static MapValue parsed(Run run, String text) {
        MapValue map = empty(run);
        run.meter().text(text.length());
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int at = line.indexOf('=');
            map.put(run.meter(), at < 0 ? line : line.substring(0, at), at < 0 ? "" : line.substring(at + 1));
        });
        return map;
    }

    private static Object increaseWhole(Run run, Arguments a) {
        long old = Numbers.whole(self(a).get(a.text(1), "0"), LONG);
        long sum = old + a.whole(2);
        self(a).put(run.meter(), a.text(1), Lib.made(run, Long.toString(sum)));
        return null;
    }

    private static Object increaseReal(Run run, Arguments a) {
        double old = Numbers.real(self(a).get(a.text(1), "0"));
        self(a).put(run.meter(), a.text(1), Lib.made(run, Values.text(old + a.real(2))));
        return null;
    }

    private static Object fromJson(Run run, Arguments a) {
        if (!(JsonReader.read(run, a.text(1)) instanceof Map<?, ?> members)) {
            throw new Fault(Fault.CONVERSION, Texts.text("run.json-kind", "{}"));
        }
        members.forEach((key, value) ->
                self(a).put(run.meter(), String.valueOf(key), value == null ? "" : String.valueOf(value)));
        return null;
    }

    /** The value at the place among values at which the key stands among keys, both separated by commas; else the fallback. */
    private static Object mapped(Run run, Arguments a) {
        String[] keys = a.text(1).split(",", -1);
        String[] values = a.text(2).split(",", -1);
        run.meter().text(a.text(1).length() + (long) a.text(2).length());
        for (int i = 0; i < keys.length && i < values.length; i++) {
            if (keys[i].equals(a.text(0))) {
                return values[i];
            }
        }
        return a.text(3);
    }
}

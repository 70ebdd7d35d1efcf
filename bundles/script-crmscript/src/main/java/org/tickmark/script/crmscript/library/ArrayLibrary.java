package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.GenericValue;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.StructValue;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** What arrays can do, whatever they hold. */
public final class ArrayLibrary {
    /** What a method takes and returns, for an element type. */
    private interface Shape {
        Builtin of(String name, ArrayType array);
    }

    private static final Map<String, Shape> METHODS = new TreeMap<>();

    static {
        add("length", INTEGER, (run, a) -> (long) a.array(0).size());
        add("size", INTEGER, (run, a) -> (long) a.array(0).size());
        add("clear", VOID, ArrayLibrary::clear);
        add("sort", VOID, ArrayLibrary::sort);
        add("buildString", STRING, ArrayLibrary::buildString, STRING);
        add("toJsonString", STRING, (run, a) -> JsonValues.write(run, a.array(0)));
        add("fromJsonString", VOID, (run, a) -> JsonValues.append(run, a.array(0), a.text(1)), STRING);
        METHODS.put("pushBack", taking((run, a) -> push(run, a, a.array(0).size())));
        METHODS.put("pushFront", taking((run, a) -> push(run, a, 0)));
        METHODS.put(
                "popBack", yielding((run, a) -> pop(run, a.array(0), a.array(0).size() - 1)));
        METHODS.put("popFront", yielding((run, a) -> pop(run, a.array(0), 0)));
        METHODS.put("first", yielding((run, a) -> a.array(0).get(filled(a.array(0), 0))));
        METHODS.put("last", yielding((run, a) -> a.array(0)
                .get(filled(a.array(0), a.array(0).size() - 1))));
        METHODS.put("insert", ArrayLibrary::insert);
        METHODS.put("remove", (name, array) -> method(name, array, VOID, ArrayLibrary::removeAt, INTEGER));
        METHODS.put(
                "isEmpty",
                (name, array) ->
                        method(name, array, BOOL, (run, a) -> a.array(0).size() == 0));
    }

    private ArrayLibrary() {}

    /** The methods of that name. */
    public static List<Callable> methods(ArrayType array, String name) {
        return Optional.ofNullable(METHODS.get(name))
                .map(shape -> List.<Callable>of(shape.of(name, array)))
                .orElse(List.of());
    }

    public static List<String> names() {
        return List.copyOf(METHODS.keySet());
    }

    private static Builtin method(String name, ArrayType array, Type result, Builtin.Code code, Type... parameters) {
        return new Builtin(name, Optional.of(array), List.of(parameters), result, false, code);
    }

    private static void add(String name, Type result, Builtin.Code code, Type... parameters) {
        METHODS.put(name, (method, array) -> method(method, array, result, code, parameters));
    }

    private static Shape taking(Builtin.Code code) {
        return (name, array) -> method(name, array, VOID, code, array.element());
    }

    private static Shape yielding(Builtin.Code code) {
        return (name, array) -> method(name, array, array.element(), code);
    }

    private static Builtin insert(String name, ArrayType array) {
        return method(
                name,
                array,
                VOID,
                (run, a) -> {
                    a.array(0).insert(Lib.index(a.whole(1), a.array(0).size()), a.raw(2), run.meter());
                    return null;
                },
                INTEGER,
                array.element());
    }

    // ---------------------------------------------------------------- what they do

    private static Object push(Run run, Arguments a, int index) {
        if (index == a.array(0).size()) {
            a.array(0).add(a.raw(1), run.meter());
        } else {
            a.array(0).insert(index, a.raw(1), run.meter());
        }
        return null;
    }

    private static int filled(ScriptArray array, int index) {
        if (array.size() == 0) {
            throw new Fault(Fault.INDEX, Texts.text("run.empty"));
        }
        return index;
    }

    private static Object pop(Run run, ScriptArray array, int index) {
        Object value = array.get(filled(array, index));
        array.remove(index, run.meter());
        return value;
    }

    private static Object removeAt(Run run, Arguments a) {
        a.array(0).remove(a.array(0).checked(a.whole(1)), run.meter());
        return null;
    }

    private static Object clear(Run run, Arguments a) {
        a.array(0).clear();
        return null;
    }

    static Object buildString(Run run, Arguments a) {
        ScriptArray array = a.array(0);
        String separator = a.text(1);
        run.meter().text(array.size() * (long) separator.length());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < array.size(); i++) {
            String element = text(run, array.get(i));
            run.meter().text(element.length());
            text.append(i == 0 ? "" : separator).append(element);
        }
        return text.toString();
    }

    /** A value as text: a struct by its own {@code toString} if it has one. */
    static String text(Run run, Object value) {
        if (value instanceof StructValue struct) {
            Optional<Callable> method = struct.type.method("toString", STRING);
            return method.isPresent() ? Text.of(run.invoke(method.get(), struct)) : struct.type.word();
        }
        if (value instanceof GenericValue generic) {
            return text(run, generic.value());
        }
        return Values.text(value);
    }

    // ---------------------------------------------------------------- sorting

    /** Sorts, equal elements stay in order: structs by their own {@code compare}, which says whether one comes before another. */
    private static Object sort(Run run, Arguments a) {
        ScriptArray array = a.array(0);
        Comparator<Object> order = order(run, array.element());
        run.meter().bytes(16L * array.size());
        Object[] values = new Object[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i);
        }
        MergeSort.sort(values, order);
        if (array.size() != values.length) {
            throw new Fault(Fault.ACCESS, Texts.text("run.sort-changed"));
        }
        for (int i = 0; i < values.length; i++) {
            array.set(i, values[i]);
        }
        return null;
    }

    private static Comparator<Object> order(Run run, Type element) {
        if (element instanceof StructType struct) {
            Callable before = struct.method("compare", BOOL, struct)
                    .orElseThrow(() -> new Fault(Fault.ACCESS, Texts.text("run.sort", element.word())));
            return (one, other) -> (Boolean) run.invoke(before, one, other) ? -1 : 0;
        }
        if (element == STRING) {
            return (one, other) -> {
                run.meter().step();
                run.meter().move(Math.min(Text.length(one), Text.length(other)));
                return Text.of(one).compareTo(Text.of(other));
            };
        }
        if (Values.isOrdered(element)) {
            return (one, other) -> {
                run.meter().step();
                return Values.compare(one, other);
            };
        }
        throw new Fault(Fault.ACCESS, Texts.text("run.sort", element.word()));
    }
}

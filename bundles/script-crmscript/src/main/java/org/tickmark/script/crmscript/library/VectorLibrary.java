package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Values;

/** {@code Vector}, a list of texts, and {@code StringMatrix}, rows of texts. They are kept as the arrays that they are like. */
final class VectorLibrary {
    private static final NativeType VECTOR = new NativeType("Vector", run -> Lib.STRINGS.initial(run));
    static final NativeType MATRIX = new NativeType("StringMatrix", run -> new ArrayType(Lib.STRINGS).initial(run));

    private VectorLibrary() {}

    static void addTo(Library library) {
        library.add(VECTOR);
        library.add(MATRIX);
        vector(library);
        library.method(MATRIX, INTEGER, "getRows", (run, a) -> (long) a.array(0).size());
        library.method(MATRIX, VOID, "addRow", VectorLibrary::addRow, Lib.STRINGS);
        library.method(MATRIX, STRING, "get", VectorLibrary::cell, INTEGER, INTEGER);
    }

    private static void vector(Library library) {
        library.function(VECTOR, "Vector", (run, a) -> Lib.STRINGS.initial(run));
        library.function(VECTOR, "Vector", VectorLibrary::ofNumbers, Lib.INTEGERS);
        library.method(VECTOR, INTEGER, "size", (run, a) -> (long) a.array(0).size());
        library.method(
                VECTOR, STRING, "get", (run, a) -> a.array(0).get(a.array(0).checked(a.whole(1))), INTEGER);
        library.method(
                VECTOR,
                VOID,
                "set",
                (run, a) -> {
                    a.array(0).set(a.array(0).checked(a.whole(1)), a.raw(2));
                    return null;
                },
                INTEGER,
                STRING);
        library.method(
                VECTOR,
                VOID,
                "pushBack",
                (run, a) -> {
                    a.array(0).add(a.raw(1), run.meter());
                    return null;
                },
                STRING);
        library.method(
                VECTOR,
                VOID,
                "removeAt",
                (run, a) -> {
                    a.array(0).remove(a.array(0).checked(a.whole(1)), run.meter());
                    return null;
                },
                INTEGER);
        library.method(
                VECTOR,
                VOID,
                "parseString",
                (run, a) -> {
                    ScriptArray parts = split(run, a);
                    for (int i = 0; i < parts.size(); i++) {
                        a.array(0).add(parts.get(i), run.meter());
                    }
                    return null;
                },
                STRING,
                STRING);
        library.method(VECTOR, STRING, "buildString", ArrayLibrary::buildString, STRING);
        library.method(VECTOR, Lib.STRINGS, "toStringArray", VectorLibrary::copy);
        library.method(VECTOR, Lib.INTEGERS, "toIntegerArray", VectorLibrary::numbers);
    }

    private static ScriptArray split(Run run, Arguments a) {
        return (ScriptArray) TextLibrary.split(run, new Arguments(new Object[] {a.raw(1), a.raw(2)}));
    }

    private static Object ofNumbers(Run run, Arguments a) {
        ScriptArray vector = (ScriptArray) Lib.STRINGS.initial(run);
        for (int i = 0; i < a.array(0).size(); i++) {
            vector.add(Lib.made(run, Values.text(a.array(0).get(i))), run.meter());
        }
        return vector;
    }

    private static Object copy(Run run, Arguments a) {
        ScriptArray copy = (ScriptArray) Lib.STRINGS.initial(run);
        for (int i = 0; i < a.array(0).size(); i++) {
            copy.add(a.array(0).get(i), run.meter());
        }
        return copy;
    }

    private static Object numbers(Run run, Arguments a) {
        ScriptArray numbers = (ScriptArray) Lib.INTEGERS.initial(run);
        for (int i = 0; i < a.array(0).size(); i++) {
            numbers.add(Numbers.whole(Values.text(a.array(0).get(i)), INTEGER), run.meter());
        }
        return numbers;
    }

    private static Object addRow(Run run, Arguments a) {
        a.array(0).add(a.raw(1), run.meter());
        return null;
    }

    private static Object cell(Run run, Arguments a) {
        ScriptArray row = (ScriptArray) a.array(0).get(a.array(0).checked(a.whole(1)));
        return row.get(row.checked(a.whole(2)));
    }
}

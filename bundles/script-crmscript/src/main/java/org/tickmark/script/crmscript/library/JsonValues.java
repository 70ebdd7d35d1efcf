package org.tickmark.script.crmscript.library;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.GenericValue;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.StructValue;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/** Values of scripts as JSON: structs as objects, arrays as arrays, dates as texts, what has no value as null. */
final class JsonValues {
    private JsonValues() {}

    static String write(Run run, Object value) {
        JsonWriter writer = new JsonWriter();
        write(run, writer, "", value);
        return writer.text();
    }

    static void write(Run run, JsonWriter writer, String name, Object value) {
        run.meter().step();
        if (value instanceof ScriptArray array) {
            writer.open(run.meter(), name, '[');
            for (int i = 0; i < array.size(); i++) {
                write(run, writer, "", array.get(i));
            }
            writer.close(run.meter());
        } else if (value instanceof StructValue struct) {
            writer.open(run.meter(), name, '{');
            writeFields(run, writer, struct);
            writer.close(run.meter());
        } else if (value instanceof MapValue map) {
            writer.open(run.meter(), name, '{');
            map.forEach((key, text) -> writer.text(run.meter(), key, text));
            writer.close(run.meter());
        } else if (value instanceof GenericValue generic) {
            write(run, writer, name, generic.value());
        } else if (value == null || value instanceof Long || value instanceof Double || value instanceof Boolean) {
            writer.word(run.meter(), name, value == null ? "null" : Values.text(value));
        } else {
            writer.text(run.meter(), name, Values.text(value));
        }
    }

    static void writeFields(Run run, JsonWriter writer, StructValue struct) {
        for (StructType.Field field : struct.type.fields()) {
            write(run, writer, field.name(), struct.get(field));
        }
    }

    // ---------------------------------------------------------------- reading

    /** Appends the elements of an array. */
    static Object append(Run run, ScriptArray array, String json) {
        if (!(JsonReader.read(run, json) instanceof List<?> elements)) {
            throw new Fault(Fault.CONVERSION, Texts.text("run.json-kind", "[]"));
        }
        elements.forEach(element -> array.add(value(run, array.element(), element), run.meter()));
        return null;
    }

    /** Gives a struct's fields the members of that name; the others stay as they are. */
    static Object fill(Run run, StructValue struct, Object json) {
        if (!(json instanceof Map<?, ?> members)) {
            throw new Fault(Fault.CONVERSION, Texts.text("run.json-kind", "{}"));
        }
        for (StructType.Field field : struct.type.fields()) {
            if (members.containsKey(field.name())) {
                struct.set(field, value(run, field.type(), members.get(field.name())));
            }
        }
        return null;
    }

    private static Object value(Run run, Type type, Object json) {
        if (type instanceof ArrayType array) {
            ScriptArray values = (ScriptArray) array.initial(run);
            if (json instanceof List<?> elements) {
                elements.forEach(element -> values.add(value(run, array.element(), element), run.meter()));
            }
            return values;
        }
        if (type instanceof StructType struct) {
            StructValue value = (StructValue) struct.initial(run);
            if (json != null) {
                fill(run, value, json);
            }
            return value;
        }
        return type instanceof Simple simple ? simple(run, simple, json) : type.initial(run);
    }

    private static Object simple(Run run, Simple type, Object json) {
        if (json == null || json instanceof Map || json instanceof List) {
            return type.initial(run);
        }
        return read(run, type, json.toString());
    }

    /** A text as a value of a simple type. */
    static Object read(Run run, Simple type, String text) {
        return switch (type) {
            case BYTE -> Numbers.whole(text, Simple.INTEGER) & 0xff;
            case INTEGER, LONG -> Numbers.whole(text, type);
            case FLOAT -> Numbers.real(text);
            case BOOL -> text.equals("1") || text.equalsIgnoreCase("true");
            case STRING -> text;
            case DATE -> DateText.date(text);
            case TIME -> DateText.time(text);
            case DATETIME -> DateText.dateTime(text);
            case TIMESPAN -> Duration.ofSeconds(Numbers.whole(text, Simple.LONG));
            case GENERIC -> new GenericValue(Simple.STRING, text);
            case VOID -> throw new IllegalArgumentException(text);
        };
    }
}

package org.tickmark.script.crmscript.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.crmscript.value.GenericValue;
import org.tickmark.script.crmscript.value.ScriptArray;
import org.tickmark.script.crmscript.value.Shown;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.StructValue;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;

/**
 * A value under a name, shown.
 *
 * @param name what it is called
 * @param valueType its type
 * @param value the value, boxed
 */
record View(String name, Type valueType, Object value) implements ScriptVariable {
    @Override
    public String type() {
        return valueType.word();
    }

    @Override
    public OptionalLong whole() {
        return value instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    @Override
    public String text() {
        String text = line();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private String line() {
        if (value instanceof ScriptArray array) {
            return array.element().word() + "[" + array.size() + "]";
        }
        if (value instanceof StructValue || value instanceof Shown) {
            return valueType.word();
        }
        if (value instanceof GenericValue generic) {
            return new View(name, generic.type(), generic.value()).line();
        }
        return value == null ? "null" : Values.text(value);
    }

    @Override
    public List<ScriptVariable> children() {
        List<ScriptVariable> children = new ArrayList<>();
        if (value instanceof ScriptArray array) {
            for (int i = 0; i < array.size() && i < MOST_CHILDREN; i++) {
                children.add(new View("[" + i + "]", array.element(), array.get(i)));
            }
        } else if (value instanceof StructValue struct) {
            for (StructType.Field field : struct.type.fields()) {
                children.add(new View(field.name(), field.type(), struct.get(field)));
            }
        } else if (value instanceof GenericValue generic) {
            return new View(name, generic.type(), generic.value()).children();
        } else if (value instanceof Shown shown) {
            for (Map.Entry<String, String> part : shown.parts(MOST_CHILDREN).entrySet()) {
                children.add(new View(part.getKey(), Simple.STRING, part.getValue()));
            }
        }
        return children;
    }
}

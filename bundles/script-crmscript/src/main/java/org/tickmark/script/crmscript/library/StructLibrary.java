package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.StructValue;

/** What every struct can do. */
final class StructLibrary {
    private StructLibrary() {}

    static void addTo(Library library) {
        library.structMethod(STRING, "toJsonString", (run, a) -> JsonValues.write(run, a.raw(0)));
        library.structMethod(
                VOID,
                "fromJsonString",
                (run, a) -> JsonValues.fill(run, a.value(StructValue.class, 0), JsonReader.read(run, a.text(1))),
                STRING);
        library.structMethod(
                VOID,
                "toJson",
                (run, a) -> {
                    JsonValues.writeFields(run, a.value(JsonWriter.class, 1), a.value(StructValue.class, 0));
                    return null;
                },
                JsonLibrary.BUILDER);
        library.structMethod(
                VOID,
                "fromXMLNode",
                (run, a) -> fill(run, a.value(StructValue.class, 0), a.value(NodeValue.class, 1)),
                NodeLibrary.NODE);
    }

    /** Gives simple fields the values of the children of that name. */
    private static Object fill(Run run, StructValue struct, NodeValue node) {
        for (StructType.Field field : struct.type.fields()) {
            NodeValue child = node.child(field.name());
            if (child == null) {
                continue;
            }
            if (field.type() instanceof Simple type) {
                struct.set(field, JsonValues.read(run, type, child.text()));
            } else if (field.type() instanceof StructType) {
                fill(run, (StructValue) struct.get(field), child);
            }
        }
        return null;
    }
}

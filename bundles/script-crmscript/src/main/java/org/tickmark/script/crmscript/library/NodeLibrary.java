package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;

import java.util.List;
import java.util.Map;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.ScriptArray;

/** {@code XMLNode}: documents that were read from XML or JSON. */
final class NodeLibrary {
    static final NativeType NODE = new NativeType("XMLNode", run -> {
        run.meter().bytes(NodeValue.bytes());
        return new NodeValue("");
    });

    private NodeLibrary() {}

    private static NodeValue self(Arguments a) {
        return a.value(NodeValue.class, 0);
    }

    static void addTo(Library library) {
        library.add(NODE);
        library.function(NODE, "parseJSON", (run, a) -> node(run, "", JsonReader.read(run, a.text(0))), STRING);
        library.function(NODE, "parseXML", (run, a) -> XmlReader.read(run, a.text(0)), STRING);
        library.method(NODE, STRING, "getName", (run, a) -> self(a).name());
        library.method(NODE, STRING, "getValue", (run, a) -> self(a).text());
        library.method(
                NODE, STRING, "getAttribute", (run, a) -> self(a).attributes().getOrDefault(a.text(1), ""), STRING);
        library.method(NODE, INTEGER, "getNumChildren", (run, a) ->
                (long) self(a).children().size());
        library.method(
                NODE,
                NODE,
                "getChild",
                (run, a) -> self(a).children()
                        .get(Lib.index(a.whole(1), self(a).children().size() - 1L)),
                INTEGER);
        library.method(NODE, NODE, "findChild", (run, a) -> orEmpty(run, self(a).child(a.text(1))), STRING);
        library.method(NODE, new ArrayType(NODE), "getChildren", NodeLibrary::children);
        library.method(
                NODE,
                STRING,
                "getValueFromPath",
                (run, a) -> orEmpty(run, self(a).at(a.text(1))).text(),
                STRING);
        library.method(NODE, NODE, "getNodeFromPath", (run, a) -> orEmpty(run, self(a).at(a.text(1))), STRING);
    }

    private static NodeValue orEmpty(Run run, NodeValue node) {
        return node == null ? (NodeValue) NODE.initial(run) : node;
    }

    private static Object children(Run run, Arguments a) {
        ScriptArray array = (ScriptArray) new ArrayType(NODE).initial(run);
        self(a).children().forEach(child -> array.add(child, run.meter()));
        return array;
    }

    /** A value of JSON as a node: members are children of their name, elements children of the name {@code item}. */
    private static NodeValue node(Run run, String name, Object json) {
        run.meter().bytes(NodeValue.bytes());
        NodeValue node = new NodeValue(name);
        if (json instanceof Map<?, ?> members) {
            members.forEach((key, value) -> node.children().add(node(run, String.valueOf(key), value)));
        } else if (json instanceof List<?> elements) {
            elements.forEach(element -> node.children().add(node(run, "item", element)));
        } else if (json != null) {
            node.text(json.toString());
        }
        return node;
    }
}

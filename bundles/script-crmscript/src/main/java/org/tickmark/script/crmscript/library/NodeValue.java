package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.value.Shown;
import org.tickmark.script.crmscript.value.Weighed;

/** A node of a document: an element of XML, or a value of JSON under its name. */
final class NodeValue implements Weighed, Shown {
    private static final int BYTES = 160;

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<NodeValue> children = new ArrayList<>();
    private String text = "";

    NodeValue(String name) {
        this.name = name;
    }

    /** What a document takes for each node, beside its texts. */
    static long bytes() {
        return BYTES;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    void text(String value) {
        text = value;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<NodeValue> children() {
        return children;
    }

    /** The first child of that name; null if there is none. */
    NodeValue child(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName))
                .findFirst()
                .orElse(null);
    }

    /** The node at the end of a path of names and, for those after the first of a name, numbers; null if there is none. */
    NodeValue at(String path) {
        NodeValue node = this;
        for (String step : path.split("\\.", -1)) {
            if (node == null) {
                return null;
            }
            boolean number = step.matches("\\d{1,9}") && node.child(step) == null;
            int index = number ? Integer.parseInt(step) : 0;
            NodeValue numbered = index < node.children.size() && number ? node.children.get(index) : null;
            node = number ? numbered : node.child(step);
        }
        return node;
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        inner.accept(text);
        attributes.values().forEach(inner);
        children.forEach(inner);
        return BYTES;
    }

    @Override
    public Map<String, String> parts(int most) {
        Map<String, String> parts = new LinkedHashMap<>();
        attributes.forEach((key, value) -> parts.put("@" + key, value));
        for (NodeValue child : children) {
            if (parts.size() < most) {
                parts.putIfAbsent(child.name, child.text);
            }
        }
        return parts;
    }
}

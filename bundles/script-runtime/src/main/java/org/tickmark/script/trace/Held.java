package org.tickmark.script.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tickmark.api.script.ScriptVariable;

/** What a tape knows of a variable, or of something inside one. */
final class Held {
    final String path;
    final String type;
    final int depth;
    final boolean masked;
    final Map<String, Held> inner = new LinkedHashMap<>();

    /** Its number in the segment that it was last written in. */
    int number;

    int segment = -1;
    /** The call that its value belongs to. */
    int era = -1;

    /** Its text; null if its value is a whole number. */
    String text = "";
    /** Its value if that is a whole number, else the last that was. */
    long value;
    /** Whether so much is inside that only the whole is written. */
    boolean large;

    Held(String path, String type, int depth) {
        this.path = path;
        this.type = type;
        this.depth = depth;
        this.masked = Secrecy.hides(path);
    }

    /** Whether it is the variable of this name and type in a call of this depth; each name and type is one object, or else the answer is no. */
    @SuppressWarnings("ReferenceEquality") // Comparing the characters takes as long as looking it up.
    boolean isOf(String name, String word, int atDepth) {
        return path == name && type == word && depth == atDepth;
    }

    boolean is(long number) {
        return text == null && value == number;
    }

    /** Its text, also of a number. */
    String shown() {
        return text == null ? Long.toString(value) : text;
    }

    /** What is inside under a name. */
    Held inside(ScriptVariable child) {
        Held known = inner.get(child.name());
        if (known == null || !known.type.equals(child.type())) {
            String name = child.name().startsWith("[") ? child.name() : "." + child.name();
            known = new Held(path + name, child.type(), depth);
            inner.put(child.name(), known);
        }
        return known;
    }
}

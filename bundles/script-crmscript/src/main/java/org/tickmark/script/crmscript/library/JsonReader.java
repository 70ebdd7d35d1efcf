package org.tickmark.script.crmscript.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;

/** Reads JSON (RFC 8259): objects as maps in their order, arrays as lists, numbers as their text. */
final class JsonReader {
    private static final int DEEPEST = 100;
    /** What a value takes in memory beside its text. */
    private static final int BYTES_PER_VALUE = 64;

    private final Run run;
    private final String text;
    private int next;
    private int depth;

    /**
     * A number as it is written.
     *
     * @param text the digits
     */
    record JsonNumber(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private JsonReader(Run run, String text) {
        this.run = run;
        this.text = text;
    }

    /** Maps, lists, {@link String}, {@link JsonNumber}, {@link Boolean} or null. */
    static Object read(Run run, String text) {
        run.meter().text(text.length());
        JsonReader reader = new JsonReader(run, text);
        Object value = reader.value();
        if (reader.peek() != 0) {
            throw reader.wrong();
        }
        return value;
    }

    private char peek() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() ? text.charAt(next) : 0;
    }

    private Fault wrong() {
        return new Fault(Fault.CONVERSION, Texts.text("run.json", String.valueOf(next + 1)));
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong();
        }
        next++;
    }

    private boolean takeIf(char c) {
        if (peek() == c) {
            next++;
            return true;
        }
        return false;
    }

    private Object value() {
        run.meter().bytes(BYTES_PER_VALUE);
        run.meter().step();
        if (++depth > DEEPEST) {
            throw wrong();
        }
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    case 'n' -> word("null", null);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        if (takeIf('}')) {
            return members;
        }
        do {
            if (peek() != '"') {
                throw wrong();
            }
            String name = string();
            expect(':');
            members.put(name, value());
        } while (takeIf(','));
        expect('}');
        return members;
    }

    private List<Object> array() {
        List<Object> elements = new ArrayList<>();
        expect('[');
        if (takeIf(']')) {
            return elements;
        }
        do {
            elements.add(value());
        } while (takeIf(','));
        expect(']');
        return elements;
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, next)) {
            throw wrong();
        }
        next += word.length();
        return value;
    }

    private JsonNumber number() {
        int start = next;
        while (next < text.length() && "+-0123456789.eE".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        String digits = text.substring(start, next);
        if (!digits.matches("-?+(?:0|[1-9]\\d*+)(?:\\.\\d++)?+(?:[eE][+-]?+\\d++)?+")) {
            next = start;
            throw wrong();
        }
        return new JsonNumber(digits);
    }

    private String string() {
        next++;
        StringBuilder value = new StringBuilder();
        while (next < text.length() && text.charAt(next) != '"') {
            char c = text.charAt(next++);
            if (c == '\\') {
                value.append(escaped());
            } else if (c < ' ') {
                throw wrong();
            } else {
                value.append(c);
            }
        }
        if (next == text.length()) {
            throw wrong();
        }
        next++;
        run.meter().text(value.length());
        return value.toString();
    }

    private char escaped() {
        if (next == text.length()) {
            throw wrong();
        }
        char c = text.charAt(next++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong();
        };
    }

    private char unicode() {
        if (next + 4 > text.length() || !text.substring(next, next + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong();
        }
        next += 4;
        return (char) Integer.parseInt(text.substring(next - 4, next), 16);
    }
}

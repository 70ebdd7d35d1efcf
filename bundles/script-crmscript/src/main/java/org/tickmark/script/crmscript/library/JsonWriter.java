package org.tickmark.script.crmscript.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Weighed;

/** Writes JSON piece by piece; what a script knows as {@code JSONBuilder}. A name is ignored where an array is open. */
final class JsonWriter implements Weighed {
    private static final int DEEPEST = 100;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;
    private boolean pretty;

    void pretty(boolean wish) {
        pretty = wish;
    }

    void open(Meter meter, String name, char bracket) {
        if (open.size() == DEEPEST) {
            throw new Fault(Fault.ACCESS, Texts.text("run.json-depth", String.valueOf(DEEPEST)));
        }
        name(meter, name);
        append(meter, String.valueOf(bracket));
        open.push(bracket);
        first = true;
    }

    /** Closes what was opened last; nothing if nothing is open. */
    void close(Meter meter) {
        if (open.isEmpty()) {
            return;
        }
        char bracket = open.pop();
        if (!first) {
            newLine(meter);
        }
        append(meter, bracket == '{' ? "}" : "]");
        first = false;
    }

    void closeAll(Meter meter) {
        while (!open.isEmpty()) {
            close(meter);
        }
    }

    void text(Meter meter, String name, String value) {
        name(meter, name);
        append(meter, quoted(meter, value));
    }

    /** Adds a number, a truth value or {@code null}. */
    void word(Meter meter, String name, String value) {
        name(meter, name);
        append(meter, value);
    }

    private void name(Meter meter, String name) {
        if (!first) {
            append(meter, ",");
        }
        if (!open.isEmpty()) {
            newLine(meter);
            if (open.peek() == '{') {
                append(meter, quoted(meter, name));
                append(meter, pretty ? ": " : ":");
            }
        }
        first = false;
    }

    private void newLine(Meter meter) {
        if (pretty) {
            append(meter, "\n" + "  ".repeat(open.size()));
        }
    }

    private void append(Meter meter, String text) {
        meter.text(text.length());
        out.append(text);
    }

    private static String quoted(Meter meter, String text) {
        meter.move(text.length() * 6L);
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    String text() {
        return out.toString();
    }

    @Override
    public long weigh(Consumer<Object> inner) {
        return Meter.textBytes(out.capacity());
    }
}

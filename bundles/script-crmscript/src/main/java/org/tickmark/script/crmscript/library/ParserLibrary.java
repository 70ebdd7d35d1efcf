package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Weighed;

/** {@code Parser}: fills texts with values, which stand in them as {@code [[name]]}. */
final class ParserLibrary {
    private static final int ENTRY_BYTES = 128;
    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";

    private static final NativeType PARSER = new NativeType("Parser", run -> {
        run.meter().bytes(ENTRY_BYTES);
        return new Values();
    });

    private ParserLibrary() {}

    /** Values by name; a name may have several. */
    private static final class Values implements Weighed {
        private final Map<String, List<String>> byName = new TreeMap<>();

        void add(Run run, String name, String value) {
            run.meter().bytes(ENTRY_BYTES);
            byName.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }

        List<String> of(String name) {
            return byName.getOrDefault(name, List.of());
        }

        @Override
        public long weigh(Consumer<Object> inner) {
            byName.values().forEach(values -> values.forEach(inner));
            byName.keySet().forEach(inner);
            return (long) ENTRY_BYTES
                    * (1 + byName.values().stream().mapToInt(List::size).sum());
        }
    }

    private static Values self(Arguments a) {
        return a.value(Values.class, 0);
    }

    static void addTo(Library library) {
        library.add(PARSER);
        library.method(
                PARSER,
                VOID,
                "setVariable",
                (run, a) -> {
                    self(a).byName.remove(a.text(1));
                    self(a).add(run, a.text(1), a.text(2));
                    return null;
                },
                STRING,
                STRING);
        library.method(
                PARSER,
                VOID,
                "addVariable",
                (run, a) -> {
                    self(a).add(run, a.text(1), a.text(2));
                    return null;
                },
                STRING,
                STRING);
        library.method(PARSER, STRING, "getVariable", ParserLibrary::value, STRING, INTEGER);
        library.method(
                PARSER,
                INTEGER,
                "getVariableCount",
                (run, a) -> (long) self(a).of(a.text(1)).size(),
                STRING);
        library.method(PARSER, STRING, "parseString", ParserLibrary::filled, STRING);
    }

    private static Object value(Run run, Arguments a) {
        List<String> values = self(a).of(a.text(1));
        long row = a.whole(2);
        return row >= 0 && row < values.size() ? values.get((int) row) : "";
    }

    /** A name without value is left out; what is not closed is text. */
    private static Object filled(Run run, Arguments a) {
        String text = a.text(1);
        run.meter().text(text.length());
        StringBuilder filled = new StringBuilder();
        int from = 0;
        int open = text.indexOf(OPEN);
        int close = close(text, open);
        while (open >= 0 && close >= 0) {
            List<String> values =
                    self(a).of(text.substring(open + OPEN.length(), close).strip());
            String value = values.isEmpty() ? "" : values.get(0);
            run.meter().text(value.length());
            filled.append(text, from, open).append(value);
            from = close + CLOSE.length();
            open = text.indexOf(OPEN, from);
            close = close(text, open);
        }
        return Lib.made(run, filled.append(text, from, text.length()).toString());
    }

    private static int close(String text, int open) {
        return open < 0 ? -1 : text.indexOf(CLOSE, open);
    }
}

package org.tickmark.web.screens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.kit.json.JsonTexts;

/**
 * Rows as records keep them, in words: how something ended or where it came from, what was done, with the code that lists are searched by, and the particulars
 * of an act, which are a JSON object.
 */
final class Worded {
    private static final Set<String> CODED = Set.of("origin", "outcome", "phase", "state");
    private static final String DONE = "action";
    private static final String PARTICULARS = "details";

    private Worded() {}

    static Table of(ViewCall call, Table table) {
        List<String> names =
                table.columns().stream().map(column -> column.name()).toList();
        Table.Builder worded = Table.under(table.columns());
        table.rows()
                .forEach(row -> worded.row(IntStream.range(0, row.size())
                        .mapToObj(i -> worded(call, names.get(i), row.get(i)))
                        .toArray()));
        return worded.build();
    }

    private static Object worded(ViewCall call, String column, Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        if (CODED.contains(column)) {
            return word("code." + text.toLowerCase(Locale.ROOT).replace('_', '-'))
                    .<Object>map(word -> word)
                    .orElse(text);
        }
        if (column.equals(DONE)) {
            return word("did." + text)
                    .<Object>map(word -> Texts.text("did", word, text))
                    .orElse(text);
        }
        return column.equals(PARTICULARS) && text.startsWith("{") ? particulars(call, text) : value;
    }

    /** The word for a code; empty where nobody has said one. */
    private static Optional<Message> word(String id) {
        Message word = Texts.text(id);
        return word.text(Locale.ENGLISH).equals(id) ? Optional.empty() : Optional.of(word);
    }

    /** Those that say something, each with what it is called. */
    private static String particulars(ViewCall call, String json) {
        return JsonTexts.read(json).entrySet().stream()
                .filter(particular -> !particular.getValue().isEmpty())
                .map(particular -> call.heading(particular.getKey()) + ": " + particular.getValue())
                .collect(Collectors.joining("; "));
    }
}

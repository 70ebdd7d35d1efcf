package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.STRING;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.util.List;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;

/** {@code SearchEngine}: searches the records that the run was given; it changes none. */
final class SearchLibrary {
    private static final NativeType SEARCH = new NativeType("SearchEngine", SearchValue::make);

    private SearchLibrary() {}

    /** Something done to a search. */
    private interface Action {
        void on(SearchValue search, Run run, Arguments a);
    }

    private static Builtin.Code does(Action action) {
        return (run, a) -> {
            action.on(self(a), run, a);
            return null;
        };
    }

    private static SearchValue self(Arguments a) {
        return a.value(SearchValue.class, 0);
    }

    static void addTo(Library library) {
        library.add(SEARCH);
        asking(library);
        library.method(SEARCH, INTEGER, "execute", (run, a) -> (long) self(a).execute(run));
        library.method(SEARCH, INTEGER, "select", (run, a) -> (long) self(a).execute(run));
        library.method(SEARCH, INTEGER, "countRows", (run, a) -> (long) self(a).size());
        library.method(SEARCH, INTEGER, "countColumns", (run, a) ->
                (long) self(a).titles().size());
        library.method(SEARCH, BOOL, "first", (run, a) -> self(a).first());
        library.method(SEARCH, BOOL, "next", (run, a) -> self(a).next());
        library.method(SEARCH, BOOL, "eof", (run, a) -> self(a).atEnd());
        library.method(SEARCH, STRING, "getField", (run, a) -> self(a).field(a.whole(1)), INTEGER);
        library.method(SEARCH, STRING, "getField", (run, a) -> self(a).field(field(a, 1)), STRING);
        library.method(SEARCH, STRING, "getField", (run, a) -> self(a).field(made(a, 1)), STRING, STRING);
        whole(library);
    }

    private static SearchField field(Arguments a, int index) {
        return SearchField.of(a.text(index), "");
    }

    /** A field, and behind it the function over it. */
    private static SearchField made(Arguments a, int index) {
        return SearchField.of(a.text(index), a.text(index + 1));
    }

    private static void asking(Library library) {
        library.method(SEARCH, VOID, "addField", does((s, run, a) -> s.addField(run, field(a, 1))), STRING);
        library.method(SEARCH, VOID, "addField", does((s, run, a) -> s.addField(run, made(a, 1))), STRING, STRING);
        library.method(SEARCH, VOID, "addFields", does(SearchLibrary::addFields), STRING, STRING);
        criteria(library);
        library.method(
                SEARCH, VOID, "addOrder", does((s, run, a) -> s.addOrder(run, field(a, 1), a.flag(2))), STRING, BOOL);
        library.method(
                SEARCH,
                VOID,
                "addOrder",
                does((s, run, a) -> s.addOrder(run, made(a, 1), a.flag(3))),
                STRING,
                STRING,
                BOOL);
        library.method(SEARCH, VOID, "setLimit", does((s, run, a) -> s.limit(a.whole(1))), INTEGER);
        library.method(SEARCH, VOID, "setDistinct", does((s, run, a) -> s.distinct(a.flag(1))), BOOL);
        library.method(SEARCH, VOID, "setDBDistinct", does((s, run, a) -> s.distinct(a.flag(1))), BOOL);
        library.method(SEARCH, VOID, "setGroup", does((s, run, a) -> s.group(a.flag(1))), BOOL);
    }

    /** Conditions: on a field, on a function over it, between two fields, and on groups. */
    private static void criteria(Library library) {
        library.method(
                SEARCH,
                VOID,
                "addCriteria",
                does((s, run, a) ->
                        s.addCriterion(run, SearchCriterion.of(field(a, 1), a.text(2), a.text(3), "And", 0))),
                STRING,
                STRING,
                STRING);
        Action onField = (s, run, a) -> s.addCriterion(run, onField(a));
        Action onFunction = (s, run, a) -> s.addCriterion(run, onFunction(a));
        library.method(SEARCH, VOID, "addCriteria", does(onField), STRING, STRING, STRING, STRING, INTEGER);
        library.method(SEARCH, VOID, "addCriteria", does(onFunction), STRING, STRING, STRING, STRING, STRING, INTEGER);
        library.method(
                SEARCH,
                VOID,
                "addHaving",
                does((s, run, a) -> s.addHaving(run, onField(a))),
                STRING,
                STRING,
                STRING,
                STRING,
                INTEGER);
        library.method(
                SEARCH,
                VOID,
                "addHaving",
                does((s, run, a) -> s.addHaving(run, onFunction(a))),
                STRING,
                STRING,
                STRING,
                STRING,
                STRING,
                INTEGER);
        comparisons(library);
    }

    private static SearchCriterion onField(Arguments a) {
        return SearchCriterion.of(field(a, 1), a.text(2), a.text(3), a.text(4), a.whole(5));
    }

    private static SearchCriterion onFunction(Arguments a) {
        return SearchCriterion.of(made(a, 1), a.text(3), a.text(4), a.text(5), a.whole(6));
    }

    private static void comparisons(Library library) {
        library.method(
                SEARCH,
                VOID,
                "addComparison",
                does((s, run, a) -> s.addCriterion(
                        run, SearchCriterion.between(field(a, 1), a.text(2), field(a, 3), a.text(4), a.whole(5)))),
                STRING,
                STRING,
                STRING,
                STRING,
                INTEGER);
        library.method(
                SEARCH,
                VOID,
                "addComparison",
                does((s, run, a) -> s.addCriterion(
                        run, SearchCriterion.between(made(a, 1), a.text(3), made(a, 4), a.text(6), a.whole(7)))),
                STRING,
                STRING,
                STRING,
                STRING,
                STRING,
                STRING,
                INTEGER);
    }

    private static void addFields(SearchValue search, Run run, Arguments a) {
        run.meter().text(a.text(2).length());
        for (String field : a.text(2).split(",", -1)) {
            search.addField(run, SearchField.of(a.text(1) + "." + field.strip(), ""));
        }
    }

    /** What yields all rows at once. */
    private static void whole(Library library) {
        library.method(SEARCH, STRING, "executeTextTable", (run, a) -> table(run, self(a)));
        library.method(SEARCH, STRING, "executeJSON", (run, a) -> json(run, self(a)));
        library.method(
                SEARCH,
                VOID,
                "executeInto",
                (run, a) -> {
                    self(a).execute(run);
                    self(a).rows().forEach(row -> a.array(1).add(Lib.strings(run, row), run.meter()));
                    return null;
                },
                VectorLibrary.MATRIX);
        library.method(
                SEARCH,
                VOID,
                "executeToJSONBuilder",
                (run, a) -> {
                    self(a).execute(run);
                    write(run, self(a), a.value(JsonWriter.class, 1), a.text(2));
                    return null;
                },
                JsonLibrary.BUILDER,
                STRING);
    }

    /** Lines of fields with tabs between them; the first has the names. */
    private static String table(Run run, SearchValue search) {
        search.execute(run);
        StringBuilder table = new StringBuilder(String.join("\t", search.titles())).append('\n');
        for (List<String> row : search.rows()) {
            row.forEach(field -> run.meter().text(field.length()));
            table.append(String.join("\t", row)).append('\n');
        }
        return Lib.made(run, table.toString());
    }

    private static String json(Run run, SearchValue search) {
        search.execute(run);
        JsonWriter writer = new JsonWriter();
        write(run, search, writer, "");
        return writer.text();
    }

    private static void write(Run run, SearchValue search, JsonWriter writer, String name) {
        writer.open(run.meter(), name, '[');
        for (List<String> row : search.rows()) {
            writer.open(run.meter(), "", '{');
            for (int i = 0; i < row.size(); i++) {
                writer.text(run.meter(), search.titles().get(i), row.get(i));
            }
            writer.close(run.meter());
        }
        writer.close(run.meter());
    }
}

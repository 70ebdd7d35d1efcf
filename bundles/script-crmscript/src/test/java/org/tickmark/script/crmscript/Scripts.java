package org.tickmark.script.crmscript;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.testkit.ManualClock;

/** Compiles and runs scripts in tests: in a small world that is always the same. */
final class Scripts {
    /** A Thursday. */
    static final Instant NOW = Instant.parse("2024-02-29T12:30:45Z");

    static final Map<String, String> PARAMETERS = Map.of("name", "World", "n", "5");
    static final ScriptLimits LIMITS = new ScriptLimits(1_000_000, Duration.ofSeconds(20), 4L << 20, 20_000, 200);

    static final CrmScript LANGUAGE = new CrmScript();

    private Scripts() {}

    /** What a run wrote, and how it ended. */
    record Ran(String output, ScriptEnd end) {
        /** What the script would have read in {@code error}. */
        String failure() {
            Problem problem = end.problem().orElseThrow().problem();
            return problem.code().substring("script.".length()) + ": "
                    + problem.what().arguments().get(0);
        }
    }

    /** Keeps what is written. */
    static final class Written implements ScriptOutput {
        final StringBuilder printed = new StringBuilder();
        final List<String> logged = new ArrayList<>();

        @Override
        public void print(String text) {
            printed.append(text);
        }

        @Override
        public void log(Severity severity, String text) {
            logged.add(severity + " " + text);
        }
    }

    static ScriptProgram program(String text) {
        return program(text, ScriptHost.ALONE);
    }

    static ScriptProgram program(String text, ScriptHost host) {
        Compilation compilation = LANGUAGE.compile(new ScriptSource("test", text), host);
        return compilation
                .program()
                .orElseThrow(() -> new AssertionError(compilation.problems().stream()
                        .map(found -> found.problem().text(Locale.ENGLISH))
                        .collect(Collectors.joining("\n"))));
    }

    static ScriptCall.Builder call(ManualClock clock, ScriptOutput output) {
        return ScriptCall.by(Caller.os("tester", Locale.ENGLISH), clock, output)
                .parameters(PARAMETERS)
                .records(Map.of("person", new People()))
                .limits(LIMITS)
                .seed(1);
    }

    /** Runs a program to its end; the clock goes on while it waits. */
    static Ran run(ScriptProgram program) {
        ManualClock clock = ManualClock.at(NOW);
        Written written = new Written();
        ScriptRun run = program.start(call(clock, written).build());
        ScriptState state = run.advance();
        while (state.kind() == ScriptState.Kind.WAITING) {
            clock.set(state.until().orElseThrow());
            state = run.advance();
        }
        return new Ran(written.printed.toString(), state.end().orElseThrow());
    }

    static Ran run(String text) {
        return run(program(text));
    }

    /** Four people, to be searched. */
    static final class People implements RecordSource {
        private static final List<Column> COLUMNS = List.of(
                Column.integer("id"),
                Column.text("name"),
                Column.integer("age"),
                Column.text("city"),
                Column.date("joined"));

        private static final Table ALL = Table.under(COLUMNS)
                .row(1L, "Ada", 36L, "Oslo", LocalDate.parse("2024-02-29"))
                .row(2L, "Berit", 9L, "Bergen", LocalDate.parse("2023-01-02"))
                .row(3L, "Carl", 40L, "Oslo", LocalDate.parse("2022-05-06"))
                .row(4L, "Dag", 25L, "Bergen", LocalDate.parse("2021-12-31"))
                .build();

        @Override
        public List<Column> columns() {
            return COLUMNS;
        }

        @Override
        public Table list(Caller caller, RecordQuery query) {
            List<List<Object>> rows = ALL.rows().stream()
                    .filter(row -> query.after().isEmpty() || (Long) row.get(0) > Long.parseLong(query.after()))
                    .limit(query.limit())
                    .toList();
            return new Table(COLUMNS, rows);
        }
    }

    /** An object that a host may grant. */
    static final class Greeter implements GrantedObject {
        private static final Method GREET = new Method("greet", List.of(Value.TEXT), Value.TEXT);
        private static final Method ADD = new Method("add", List.of(Value.INTEGER, Value.INTEGER), Value.INTEGER);
        private static final Method NOTE = new Method("note", List.of(Value.TEXT), Value.NOTHING);

        @Override
        public String name() {
            return "Greeter";
        }

        @Override
        public List<Method> methods() {
            return List.of(GREET, ADD, NOTE);
        }

        @Override
        public Object call(Method method, List<Object> arguments) {
            if (method.equals(ADD)) {
                return (Long) arguments.get(0) + (Long) arguments.get(1);
            }
            if (method.equals(NOTE)) {
                return null;
            }
            if (arguments.get(0).equals("")) {
                throw Problem.error("test.nobody", Message.verbatim("Nobody to greet."))
                        .exception();
            }
            return "Hello " + arguments.get(0);
        }
    }

    /** An object by which scripts run others: here one that says hello to whom it is told. */
    static final class Runner implements GrantedObject {
        @Override
        public String name() {
            return "scripts";
        }

        @Override
        public List<Method> methods() {
            return List.of(new Method("run", List.of(Value.TEXT, Value.TEXTS), Value.TEXTS));
        }

        @Override
        public Object call(Method method, List<Object> arguments) {
            if (!arguments.get(0).equals("hello")) {
                throw Problem.error("test.unknown", Message.verbatim("There is no such script."))
                        .exception();
            }
            return List.of("said=Hello " + String.valueOf(arguments.get(1)));
        }
    }

    /** A host with scripts to include and an object to use. */
    record Host(Map<String, String> includes) implements ScriptHost {
        @Override
        public Optional<ScriptSource> include(String id) {
            return Optional.ofNullable(includes.get(id)).map(text -> new ScriptSource(id, text));
        }

        @Override
        public List<GrantedObject> granted() {
            return List.of(new Greeter(), new Runner());
        }
    }
}

package org.tickmark.web.screens.scripting;

import java.util.List;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.view.FakeViewCall;

/** What commands answer about one script, one session and one recording. */
final class Answers {
    private static final Map<String, Object> SOURCE =
            Map.of("name", "hello", "text", "Integer n = 1;\nprint(\"<b>\");\n");

    private Answers() {}

    static FakeViewCall scripts() {
        return FakeViewCall.create()
                .answering(
                        "script list",
                        CommandResult.of(Table.under(Column.text("name"), Column.integer("version"))
                                .row("hello", 3L)
                                .build()))
                .answering(
                        "macro actions",
                        CommandResult.of(Table.under(Column.text("name"))
                                .row("send-mail")
                                .build()))
                .answering("script show", CommandResult.of("…", script()))
                .answering("script save", wrong())
                .answering("script format", CommandResult.of("Integer n = 1;\n"))
                .answering(
                        "script versions",
                        CommandResult.of(Table.under(Column.integer("number"), Column.text("by"))
                                .row(3L, "user:kari")
                                .row(2L, "user:ola")
                                .build()))
                .answering("script diff", CommandResult.of("-print(1);\n+print(2);\n"))
                .allowing("script save")
                .allowing("script run")
                .allowing("script restore");
    }

    private static Map<String, Object> script() {
        return Map.of(
                "name",
                "hello",
                "version",
                3,
                "language",
                "crmscript",
                "saved_by",
                "user:kari",
                "saved_at",
                "2026-11-27T09:00:00Z",
                "parameters",
                List.of("unit:text=100", "from:date"),
                "text",
                "Integer n = 1;\n");
    }

    private static CommandResult wrong() {
        Problem problem = Problem.error("crmscript.expected", Message.verbatim("A semicolon is missing."))
                .found("}")
                .expected(";")
                .build();
        return CommandResult.of("", List.of(Map.of("source", "hello", "line", 2, "column", 7)))
                .problems(List.of(problem))
                .summary(Message.verbatim("one problem"));
    }

    static FakeViewCall sessions() {
        return FakeViewCall.create()
                .answering(
                        "debug sessions",
                        CommandResult.of(Table.under(Column.integer("id"), Column.text("owner"))
                                .row(3L, "user:test")
                                .row(4L, "user:ola")
                                .build()))
                .answering("debug show", CommandResult.of("…", session()))
                .allowing("debug step")
                .allowing("debug set")
                .allowing("debug break");
    }

    private static Map<String, Object> session() {
        Map<String, Object> place = Map.of("source", "hello", "line", 2, "function", "main");
        Map<String, Object> breakpoint =
                Map.of("source", "hello", "line", 1, "stops", true, "condition", "n > 1", "hits", ">=5", "log", "");
        Map<String, Object> part = Map.of("name", "x", "type", "Integer", "value", "7");
        return Map.of(
                "script",
                "hello",
                "state",
                "at-breakpoint",
                "until",
                "2026-11-27T09:15:00Z",
                "written",
                "so far\n",
                "sources",
                List.of(SOURCE),
                "breakpoints",
                List.of(breakpoint),
                "stack",
                List.of(place),
                "watches",
                Map.of("n * 2", "2"),
                "variables",
                List.of(
                        Map.of("name", "n", "type", "Integer", "value", "1", "parts", List.of()),
                        Map.of("name", "p", "type", "Point", "value", "Point", "parts", List.of(part))));
    }

    static FakeViewCall traces() {
        Table recordings = Table.under(Column.integer("id"), Column.text("script"))
                .row(12L, "hello")
                .build();
        Map<String, Object> value = Map.of("name", "n", "type", "Integer", "value", "1", "changed", true);
        return FakeViewCall.create()
                .answering(
                        "trace list",
                        CommandResult.of(Table.under(Column.text("target"))
                                .row("script/hello")
                                .build()))
                .answering("trace runs", CommandResult.of(recordings))
                .answering(
                        "trace show",
                        CommandResult.of(
                                "…",
                                Map.of(
                                        "step",
                                        5,
                                        "first",
                                        0,
                                        "last",
                                        9,
                                        "source",
                                        "hello",
                                        "line",
                                        2,
                                        "values",
                                        List.of(value),
                                        "sources",
                                        List.of(SOURCE))))
                .answering("trace compare", CommandResult.of(recordings));
    }
}

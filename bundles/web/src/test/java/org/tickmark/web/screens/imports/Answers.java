package org.tickmark.web.screens.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.view.FakeViewCall;

/** What commands answer about one import and one file that was rejected. */
final class Answers {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

    private Answers() {}

    static FakeViewCall imports() {
        return FakeViewCall.create()
                .answering("import status", status())
                .answering("import show", CommandResult.of("Pattern  *.xml", definition()))
                .answering(
                        "import test-paths",
                        CommandResult.of(Table.under(Column.text("node"), Column.text("detail"))
                                .row("oslo", "/inbox/bank: on the same volume")
                                .build()))
                .answering("import files", files())
                .allowing("import add")
                .allowing("import edit")
                .allowing("import run")
                .allowing("import delete");
    }

    static Map<String, Object> definition() {
        return Map.of(
                "name", "bank-a",
                "unit", "100",
                "format", "camt",
                "accounts", List.of("bank"),
                "source", "/inbox/bank",
                "pattern", "*.xml",
                "archive", "/archive/bank",
                "background", true,
                "strictness", "usual");
    }

    private static CommandResult status() {
        Table table = Table.under(Column.text("import"), Column.integer("files_waiting"))
                .row("bank-a", 1L)
                .build();
        Map<String, Object> state = Map.of(
                "import",
                "bank-a",
                "waiting",
                List.of(Map.of("path", "/inbox/bank/june.xml", "bytes", 12_345L, "changed_at", MORNING)),
                "last",
                Optional.of(Map.of("file", "may.xml", "result", "rejected", "entries", 0L)),
                "last_at",
                Optional.of(MORNING),
                "rejected",
                1L,
                "paths",
                List.of(Map.of("check", "archive.there", "ok", false, "detail", "/archive/bank is not there.")));
        return CommandResult.of(table, List.of(state));
    }

    private static CommandResult files() {
        Column[] columns = {
            Column.integer("id"),
            Column.text("name"),
            Column.text("state"),
            Column.integer("entries"),
            Column.integer("known"),
            Column.text("archived_as"),
            Column.instant("finished_at"),
            Column.instant("undone_at")
        };
        return CommandResult.of(Table.under(columns)
                .row(813L, "may.xml", "REJECTED", 0L, 0L, "rejected/may.xml", MORNING, null)
                .row(812L, "april.xml", "IMPORTED", 40L, 2L, "april.xml", MORNING, MORNING)
                .build());
    }
}

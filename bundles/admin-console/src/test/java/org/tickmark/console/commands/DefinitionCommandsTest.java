package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.testkit.host.Partly;

/** {@code config apply}, {@code config export}. */
class DefinitionCommandsTest extends CommandFixture {
    private final List<String> calls = new ArrayList<>();
    private String wrong = "";

    /** What the four services have in common here. */
    public final class Part {
        private final String name;

        Part(String name) {
            this.name = name;
        }

        List<String> importText(Caller caller, String text, String from, boolean dryRun) {
            if (name.equals(wrong)) {
                throw Problem.error("definition.invalid", text("The unit is unknown."))
                        .where(from + ":3")
                        .exception();
            }
            calls.add((dryRun ? "check " : "save ") + name);
            return List.of(name + "-1");
        }

        String exportText(Caller caller, List<String> names) {
            return name + "s: []\n";
        }
    }

    private List<Command> commands() {
        return DefinitionCommands.of(
                Partly.implemented(Books.class, new Part("unit")),
                Partly.implemented(Imports.class, new Part("import")),
                Partly.implemented(Reconciliation.class, new Part("group")),
                Partly.implemented(Tasks.class, new Part("task")));
    }

    @Test
    void everythingIsCheckedBeforeAnythingIsSaved() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "units: []");
        assertThat(run(commands(), "config", "apply", "a.yaml")).isEqualTo(ExitCode.OK);
        assertThat(calls)
                .containsExactly(
                        "check unit",
                        "check import",
                        "check group",
                        "check task",
                        "save unit",
                        "save import",
                        "save group",
                        "save task");
        assertThat(terminal.err()).isEqualTo("4 definitions are saved.\n");
    }

    @Test
    void oneWrongPartLeavesAllAsItWas() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "units: []");
        wrong = "group";
        assertThat(run(commands(), "config", "apply", "a.yaml")).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(calls).containsExactly("check unit", "check import");
        assertThat(terminal.err()).isEqualTo("error: a.yaml:3: The unit is unknown.\n");
    }

    @Test
    void aDryRunSavesNothing() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "units: []");
        run(commands(), "config", "apply", "a.yaml", "--dry-run");
        assertThat(calls).noneMatch(call -> call.startsWith("save"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws IOException {
        assertThat(run(commands(), "config", "apply", "missing.yaml")).isEqualTo(ExitCode.PATH);
        Files.write(folder.resolve("latin1.yaml"), new byte[] {(byte) 0xe5});
        assertThat(run(commands(), "config", "apply", "latin1.yaml")).isEqualTo(ExitCode.PATH);
        assertThat(terminal.err())
                .contains("missing.yaml")
                .contains("latin1.yaml")
                .contains("UTF-8");
    }

    @Test
    void anExportHoldsAllParts() {
        run(commands(), "config", "export");
        assertThat(terminal.out()).isEqualTo("units: []\n\nimports: []\n\ngroups: []\n\ntasks: []\n");
    }
}

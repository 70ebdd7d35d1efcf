package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;

class CompletionTest {
    private final Workbench workbench = new Workbench()
            .with(
                    FakeCommand.of(FakeCommand.named("unit", "list")),
                    FakeCommand.of(FakeCommand.named("unit", "show")
                            .argument("CODE", FakeCommand.text("code"), ValueKind.record("unit"), Cardinality.ONE)),
                    FakeCommand.of(FakeCommand.named("file", "copy")
                            .argument("FILE", FakeCommand.text("what"), ValueKind.PATH, Cardinality.SOME)
                            .option("mode", FakeCommand.text("how"), ValueKind.choice("fast", "safe"))
                            .repeatable("unit", FakeCommand.text("unit"), ValueKind.record("unit"))
                            .flag("dry-run", FakeCommand.text("nothing"))))
            .records("unit", Column.text("code"), List.of("100", "110", "200"));
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void scopesAndHelp() {
        assertThat(complete("")).containsExactly("file", "help", "unit");
        assertThat(complete("u")).containsExactly("unit");
    }

    @Test
    void verbs() {
        assertThat(complete("unit", "")).containsExactly("list", "show");
        assertThat(complete("help", "unit", "s")).containsExactly("show");
    }

    @Test
    void optionsOfTheCommandAndOfTheHost() {
        assertThat(complete("file", "copy", "--"))
                .contains("--mode", "--dry-run", "--output", "--help")
                .isSorted();
        assertThat(complete("file", "copy", "--d")).containsExactly("--dry-run");
    }

    @Test
    void choicesBehindAnOptionAndAttachedToIt() {
        assertThat(complete("file", "copy", "--mode", "")).containsExactly("fast", "safe");
        assertThat(complete("file", "copy", "--mode=s")).containsExactly("--mode=safe");
        assertThat(complete("unit", "list", "-o", "j")).containsExactly("json");
    }

    @Test
    void keysOfRecords() {
        assertThat(complete("unit", "show", "1")).containsExactly("100", "110");
        assertThat(complete("file", "copy", "a", "--unit", "2")).containsExactly("200");
    }

    @Test
    void nothingAfterTheLastArgument() {
        assertThat(complete("unit", "show", "100", "")).isEmpty();
    }

    @Test
    void pathsUnderTheCallersDirectory(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/may.xml"), "");
        Files.writeString(folder.resolve("info.txt"), "");
        Files.writeString(folder.resolve(".hidden"), "");
        terminal.at(folder);
        assertThat(complete("file", "copy", "i")).containsExactly("in/", "info.txt");
        assertThat(complete("file", "copy", "first", "in/m")).containsExactly("in/may.xml");
        assertThat(complete("file", "copy", "")).doesNotContain(".hidden");
        assertThat(complete("file", "copy", "missing/")).isEmpty();
    }

    private List<String> complete(String... words) {
        List<String> all = List.of(words);
        return workbench.runner().complete(all.subList(0, all.size() - 1), all.get(all.size() - 1), terminal);
    }
}

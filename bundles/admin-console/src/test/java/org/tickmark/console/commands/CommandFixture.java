package org.tickmark.console.commands;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

/** Commands, run by one who sits at a terminal in a folder of their own. */
abstract class CommandFixture {
    @TempDir
    Path folder;

    final FakeTerminal terminal = new FakeTerminal();

    /** Runs a command in the folder. */
    ExitCode run(List<? extends WorkbenchCommand> commands, String... words) {
        terminal.at(folder);
        return new Workbench().with(commands.toArray(WorkbenchCommand[]::new)).run(terminal, words);
    }

    static Message text(String text) {
        return Message.verbatim(text);
    }
}

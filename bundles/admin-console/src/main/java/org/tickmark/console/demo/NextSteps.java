package org.tickmark.console.demo;

import java.nio.file.Path;
import java.util.List;
import org.tickmark.api.message.Message;

/** Commands to try next, as they can be typed where the caller is. */
final class NextSteps {
    private final String program;
    private final String data;
    private final String group;

    /**
     * The commands.
     *
     * @param program the start script
     * @param data the data directory
     * @param directory the directory that the caller is in
     * @param group name of the group that was reconciled
     */
    NextSteps(Path program, Path data, Path directory, String group) {
        this.program = typed(program, directory);
        this.data = typed(data, directory);
        this.group = group;
    }

    /**
     * A command and what it does.
     *
     * @param line the whole command line
     * @param meaning what it does
     */
    record Step(String line, Message meaning) {}

    List<Step> steps() {
        return List.of(
                new Step(line("rec open " + group), Texts.text("next.open")),
                new Step(line("rec matches " + group), Texts.text("next.matches")),
                new Step(line("/A"), Texts.text("next.batch")));
    }

    private String line(String command) {
        return program + " --data " + data + " " + command;
    }

    /** A path as it is shortest from a directory, in quotes where a shell would take it apart. */
    private static String typed(Path path, Path directory) {
        Path absolute = path.toAbsolutePath().normalize();
        String text =
                absolute.startsWith(directory) ? directory.relativize(absolute).toString() : absolute.toString();
        return text.matches("[\\p{L}\\p{N}/._:\\\\-]+") ? text : '"' + text + '"';
    }
}

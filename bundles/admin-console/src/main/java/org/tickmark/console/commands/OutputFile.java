package org.tickmark.console.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;

/** Writes a text into the file that {@code --out} names: whole, or not at all. */
final class OutputFile {
    private OutputFile() {}

    /** The text as the result, or, with {@code --out}, in a file, relative to the caller's working directory. */
    static CommandResult result(CommandCall call, String text) {
        return bytes(call, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes, which are text in UTF-8 where they do not go into a file. */
    static CommandResult bytes(CommandCall call, byte[] content) {
        Optional<Path> file = call.option("out").map(call::path);
        if (file.isEmpty()) {
            return CommandResult.of(new String(content, StandardCharsets.UTF_8));
        }
        write(file.get(), content);
        return CommandResult.done(Texts.text("out.written", file.get()));
    }

    /** Writes a text into a file, relative to the caller's working directory: whole, or not at all. */
    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] content) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(file);
            Path written = Files.createTempFile(folder, ".tickmark-", ".part");
            try {
                Files.write(written, content);
                moveInPlace(written, file);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw Texts.problem("out.path", file)
                    .found(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .advice(Texts.text("out.path.advice"))
                    .exception(e);
        }
    }

    private static void moveInPlace(Path written, Path file) throws IOException {
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package org.tickmark.console.commands;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptSource;

/** Scripts in files: their text, their language by the ending of the name, and what they include from the same folder. */
final class ScriptFiles {
    /** The largest script, in bytes. */
    private static final long LARGEST = 4 << 20;

    private final Supplier<Map<String, ScriptLanguage>> languages;

    /**
     * Files of these languages.
     *
     * @param languages the languages there are, by name
     */
    ScriptFiles(Supplier<Map<String, ScriptLanguage>> languages) {
        this.languages = languages;
    }

    /** Whether a name ends as those of files of a language do. */
    boolean isScript(String name) {
        return known(name).isPresent();
    }

    ScriptLanguage language(Path file) {
        return known(name(file)).map(Map.Entry::getValue).orElseThrow(() -> unknown(file));
    }

    /** Name of the language of a file. */
    String languageName(Path file) {
        return known(name(file)).map(Map.Entry::getKey).orElseThrow(() -> unknown(file));
    }

    /** The language of this name. */
    ScriptLanguage named(String name) {
        return Optional.ofNullable(languages.get().get(name)).orElseThrow(() -> Texts.problem("script.language")
                .found(name)
                .expected(languages.get().keySet().stream().sorted().collect(Collectors.joining(", ")))
                .exception());
    }

    private Optional<Map.Entry<String, ScriptLanguage>> known(String name) {
        return languages.get().entrySet().stream()
                .filter(language -> name.endsWith("." + language.getValue().fileEnding()))
                .findFirst();
    }

    private TickmarkException unknown(Path file) {
        return Texts.problem("script.language")
                .found(name(file))
                .expected(endings())
                .exception();
    }

    private String endings() {
        return languages.get().values().stream()
                .map(language -> "*." + language.fileEnding())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * The text of a file.
     *
     * @param given the file as the caller names it
     */
    ScriptSource source(String given, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Texts.problem("script.large")
                        .where(given)
                        .expected("≤ " + LARGEST)
                        .exception();
            }
            return new ScriptSource(given, Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw Texts.problem("script.encoding")
                    .where(given)
                    .expected("UTF-8")
                    .exception(e);
        } catch (IOException e) {
            throw Texts.problem("script.path")
                    .where(given)
                    .found(e.getClass().getSimpleName())
                    .exception(e);
        }
    }

    /** Includes files that lie beside a script: {@code #include "lib"} is {@code lib.crm} or {@code lib}. */
    ScriptHost besides(Path file) {
        return id -> beside(file, id)
                .map(found -> new ScriptSource(
                        id, source(String.valueOf(found.getFileName()), found).text()));
    }

    /** The file that a script includes by this id. */
    Optional<Path> beside(Path file, String id) {
        return Stream.of(id + "." + language(file).fileEnding(), id)
                .filter(ScriptFiles::isPlain)
                .map(file::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Whether a name names a file of the folder itself. */
    private static boolean isPlain(String name) {
        return name.toLowerCase(Locale.ROOT).matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*");
    }
}

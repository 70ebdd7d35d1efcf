package org.tickmark.launcher.it;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that documents and messages name, against those that there are. */
final class NamedCommands {
    private static final Path ROOT = Path.of("..");
    private static final String PATH = "/api/v1/commands/";
    private static final String OPTIONS =
            "/post/requestBody/content/application~1json/schema/properties/options/properties";
    private static final Pattern CODE = Pattern.compile("```[^\\n]*\\n(.*?)```|`([^`\\n]+)`", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--([a-z][a-z-]*)");
    private static final Set<String> OF_EVERY_COMMAND =
            Set.of("help", "output", "lang", "no-headers", "no-color", "yes");

    /** The options of each command, by its scope and verb. */
    private final Map<String, Set<String>> commands = new TreeMap<>();

    /** "tickmark", scope and verb, and what stands behind them to the end of the sentence. */
    private final Pattern named;

    /**
     * The commands that there are.
     *
     * @param openApi their description, as the web workbench gives it
     */
    NamedCommands(String openApi) {
        try (JsonReader reader = Json.createReader(new StringReader(openApi))) {
            reader.readObject().getJsonObject("paths").forEach((path, operations) -> {
                if (path.startsWith(PATH)) {
                    commands.put(
                            path.substring(PATH.length()).replace('/', ' '),
                            Json.createPointer(OPTIONS)
                                    .getValue(operations.asJsonObject())
                                    .asJsonObject()
                                    .keySet());
                }
            });
        }
        String scopes = commands.keySet().stream()
                .filter(command -> command.contains(" "))
                .map(command -> command.substring(0, command.indexOf(' ')))
                .distinct()
                .collect(Collectors.joining("|"));
        named = Pattern.compile(
                "(?<![\\w.-])(tickmark )?((?:" + scopes + ") [a-z][a-z-]*)(?=((?: [^ ;\\u2014\\n]+)*))");
    }

    /** What is named in documents and messages and is not there: commands, and options of commands. */
    List<String> missing() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : (Iterable<Path>) files.filter(NamedCommands::isText)::iterator) {
                String text = Files.readString(file);
                named.matcher(file.toString().endsWith(".md") ? code(text) : text)
                        .results()
                        .flatMap(this::missing)
                        .map(what -> ROOT.relativize(file) + ": " + what)
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private static boolean isText(Path file) {
        String name = file.toString().replace('\\', '/');
        return !name.contains("/target/")
                && (name.endsWith(".md") || name.matches(".*/src/main/resources/.*/messages[^/]*\\.properties"));
    }

    /** What stands in a document as code, a piece a line. */
    private static String code(String document) {
        return CODE.matcher(document)
                .results()
                .map(piece -> piece.group(1) == null ? piece.group(2) : piece.group(1))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> missing(MatchResult found) {
        Set<String> options = commands.get(found.group(2));
        if (options == null) {
            return Stream.ofNullable(found.group(1)).map(word -> word + found.group(2));
        }
        return OPTION.matcher(found.group(3))
                .results()
                .map(option -> option.group(1))
                .filter(option -> !options.contains(option) && !OF_EVERY_COMMAND.contains(option))
                .map(option -> found.group(2) + " --" + option);
    }
}

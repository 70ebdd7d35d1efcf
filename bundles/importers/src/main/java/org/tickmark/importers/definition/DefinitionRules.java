package org.tickmark.importers.definition;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports.Format;
import org.tickmark.api.importer.FormatOption;

/** What a definition must be like. */
final class DefinitionRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FORMAT = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern OPTION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int NAME_LENGTH = 40;

    private final DefinitionFolders folders;
    private final Supplier<List<Format>> formats;

    DefinitionRules(DefinitionFolders folders, Supplier<List<Format>> formats) {
        this.folders = folders;
        this.formats = formats;
    }

    /** Checks all but its unit and accounts; {@code where} is where it is told. */
    void check(ImportDefinition definition, String where) {
        require(isName(definition.name()), "name", where, definition.name());
        require(
                definition.format().map(FORMAT.asMatchPredicate()::test).orElse(true),
                "format",
                where,
                definition.format().orElse(""));
        require(isGlob(definition.pattern()), "pattern", where, definition.pattern());
        definition.labels().forEach(label -> require(isName(label), "label", where, label));
        checkFolders(definition, where);
        definition.options().forEach((name, value) -> checkOption(definition, name, value, where));
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.length() <= NAME_LENGTH;
    }

    private static boolean isGlob(String pattern) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return !pattern.isBlank() && !pattern.contains("/");
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void checkFolders(ImportDefinition definition, String where) {
        require(!definition.source().isBlank(), "source.missing", where, "");
        require(!definition.archive().isBlank(), "archive.missing", where, "");
        try {
            boolean differ = !folders.source(definition).equals(folders.archive(definition));
            require(differ, "archive.is-source", where, definition.archive());
        } catch (InvalidPathException e) {
            throw DefinitionProblems.invalid("folder", where)
                    .found(e.getInput())
                    .exception(e);
        }
    }

    /** The options of a format whose plugin is not there just now cannot be checked; the importer will. */
    private void checkOption(ImportDefinition definition, String name, String value, String where) {
        boolean writable = OPTION.matcher(name).matches() && value.lines().count() <= 1;
        require(writable, "option", where, name);
        Optional<Format> format = definition.format().flatMap(this::named);
        if (format.isEmpty()) {
            return;
        }
        Map<String, FormatOption> known =
                format.get().options().stream().collect(Collectors.toMap(FormatOption::name, option -> option));
        if (!known.containsKey(name)) {
            throw DefinitionProblems.invalid("option.unknown", where)
                    .found(name)
                    .expected(String.join(", ", known.keySet()))
                    .exception();
        }
        List<String> words = known.get(name).words();
        if (!words.isEmpty() && !words.contains(value)) {
            throw DefinitionProblems.invalid("option.word", where)
                    .found(name + "=" + value)
                    .expected(String.join(", ", words))
                    .exception();
        }
    }

    private Optional<Format> named(String name) {
        return formats.get().stream()
                .filter(format -> format.name().equals(name))
                .findFirst();
    }

    private static void require(boolean right, String rule, String where, String found) {
        if (!right) {
            throw DefinitionProblems.invalid(rule, where).found(found).exception();
        }
    }
}

package org.tickmark.importers.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.ImportDefinition.Strictness;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/** Definitions as YAML. */
final class DefinitionsText {
    private static final String IMPORTS = "imports";
    private static final String UNITS = "units";
    private static final String ACCOUNTS = "accounts";
    private static final String OPTIONS = "options";
    private static final String LABELS = "labels";
    private static final String ALL_FILES = "*";

    private DefinitionsText() {}

    /** A definition as the text tells it, and where it does. */
    record Told(ImportDefinition definition, String where) {}

    /**
     * What a text tells.
     *
     * @param imports its definitions
     * @param accounts the units that the same text sets up, with the codes of their accounts
     */
    record Whole(List<Told> imports, Map<String, Set<String>> accounts) {}

    static String write(List<ImportDefinition> definitions) {
        return DefinitionText.write(
                Map.of(IMPORTS, definitions.stream().map(DefinitionsText::block).toList()));
    }

    private static Map<String, Object> block(ImportDefinition definition) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("name", definition.name());
        block.put("unit", definition.unit());
        block.put("source", definition.source());
        block.put("pattern", definition.pattern());
        block.put("archive", definition.archive());
        block.put("format", definition.format());
        if (!definition.accounts().isEmpty()) {
            block.put(ACCOUNTS, definition.accounts());
        }
        if (definition.whole() != ImportDefinition.Whole.SETTLED) {
            block.put("whole", definition.whole());
        }
        block.put("background", definition.background());
        if (!definition.labels().isEmpty()) {
            block.put(LABELS, definition.labels());
        }
        if (definition.strictness() != Strictness.USUAL) {
            block.put("strictness", definition.strictness());
        }
        if (!definition.options().isEmpty()) {
            block.put(OPTIONS, definition.options());
        }
        return block;
    }

    static Whole read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(UNITS, IMPORTS, "groups", "tasks");
        List<Told> imports = whole.children(IMPORTS).stream()
                .map(block -> new Told(definition(block), block.where()))
                .toList();
        Map<String, Set<String>> accounts = whole.children(UNITS).stream()
                .collect(
                        Collectors.toMap(unit -> unit.text("code"), DefinitionsText::codes, (first, second) -> second));
        return new Whole(imports, accounts);
    }

    private static Set<String> codes(Definition unit) {
        return unit.children(ACCOUNTS).stream()
                .map(account -> account.text("code"))
                .collect(Collectors.toSet());
    }

    private static ImportDefinition definition(Definition block) {
        block.rejectUnknown(
                "name",
                "unit",
                "source",
                "pattern",
                "archive",
                "format",
                ACCOUNTS,
                "whole",
                "background",
                LABELS,
                "strictness",
                OPTIONS);
        return new ImportDefinition(
                block.text("name"),
                block.text("unit"),
                block.optionalText("format"),
                block.list(ACCOUNTS),
                block.text("source"),
                block.optionalText("pattern").orElse(ALL_FILES),
                block.text("archive"),
                block.flag("background", true),
                block.optionalChoice("strictness", Strictness.class).orElse(Strictness.USUAL),
                options(block.optionalChild(OPTIONS)),
                block.list(LABELS),
                block.optionalChoice("whole", ImportDefinition.Whole.class).orElse(ImportDefinition.Whole.SETTLED));
    }

    private static Map<String, String> options(Optional<Definition> block) {
        Map<String, String> options = new TreeMap<>();
        block.ifPresent(given -> given.keys().forEach(name -> options.put(name, given.text(name))));
        return options;
    }
}

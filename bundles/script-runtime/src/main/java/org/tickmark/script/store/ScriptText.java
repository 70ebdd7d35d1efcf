package org.tickmark.script.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/** Definitions as YAML: what they are exported to, and what the database keeps of them beside the source. What is usual is left out. */
public final class ScriptText {
    private static final String SCRIPTS = "scripts";
    private static final String PARAMETERS = "parameters";
    private static final String LIMITS = "limits";
    private static final String TEXT = "text";
    private static final String OWNER = "owner";

    /** Keys of texts that hold more than scripts. */
    private static final String[] OTHERS = {SCRIPTS, "triggers", "units", "imports", "groups", "tasks"};

    private ScriptText() {}

    /** A definition as the text tells it, and where it does. */
    public record Told(ScriptDefinition definition, String where) {}

    /** Definitions whole. */
    public static String write(Collection<ScriptDefinition> definitions) {
        return DefinitionText.write(Map.of(
                SCRIPTS,
                definitions.stream()
                        .map(definition -> {
                            Map<String, Object> block = block(definition);
                            block.put(TEXT, definition.text());
                            return block;
                        })
                        .toList()));
    }

    /** A definition without its source. */
    static String writeHead(ScriptDefinition definition) {
        return DefinitionText.write(block(definition));
    }

    private static Map<String, Object> block(ScriptDefinition definition) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("name", definition.name());
        put(block, "folder", definition.folder(), "");
        block.put("language", definition.language());
        put(block, "description", definition.description(), "");
        put(block, OWNER, definition.owner(), "");
        put(block, "grants", definition.grants(), List.of());
        put(
                block,
                PARAMETERS,
                definition.parameters().stream().map(ScriptText::block).toList(),
                List.of());
        put(block, LIMITS, block(definition.limits()), Map.of());
        return block;
    }

    private static Map<String, Object> block(ScriptParameter parameter) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("name", parameter.name());
        put(block, "type", parameter.type(), TaskParameter.Type.TEXT);
        put(block, "words", parameter.words(), List.of());
        block.put("default", parameter.defaultValue());
        put(block, "help", parameter.help(), "");
        return block;
    }

    private static Map<String, Object> block(ScriptLimits limits) {
        ScriptLimits usual = ScriptLimits.USUAL;
        Map<String, Object> block = new LinkedHashMap<>();
        put(block, "steps", limits.steps(), usual.steps());
        put(block, "time", limits.time().toString(), usual.time().toString());
        put(block, "memory", limits.memory(), usual.memory());
        put(block, "output", limits.output(), usual.output());
        put(block, "depth", limits.depth(), usual.depth());
        return block;
    }

    private static <T> void put(Map<String, Object> block, String key, T value, T usual) {
        if (!value.equals(usual)) {
            block.put(key, value);
        }
    }

    /** Reads definitions whole. */
    public static List<Told> read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(OTHERS);
        return whole.children(SCRIPTS).stream()
                .map(block -> new Told(definition(block, block.text(TEXT)), block.where()))
                .toList();
    }

    /** Reads a definition that was written without its source. */
    static ScriptDefinition readHead(String head, String source) {
        return definition(DefinitionText.read("script", head), source);
    }

    private static ScriptDefinition definition(Definition block, String source) {
        block.rejectUnknown("name", "folder", "language", "description", OWNER, "grants", PARAMETERS, LIMITS, TEXT);
        return new ScriptDefinition(
                block.text("name"),
                block.optionalText("folder").orElse(""),
                block.text("language"),
                block.optionalText("description").orElse(""),
                block.children(PARAMETERS).stream().map(ScriptText::parameter).toList(),
                block.list("grants"),
                block.optionalText(OWNER).orElse(""),
                block.optionalChild(LIMITS).map(ScriptText::limits).orElse(ScriptLimits.USUAL),
                source);
    }

    private static ScriptParameter parameter(Definition block) {
        block.rejectUnknown("name", "type", "words", "default", "help");
        try {
            return new ScriptParameter(
                    block.text("name"),
                    block.optionalChoice("type", TaskParameter.Type.class).orElse(TaskParameter.Type.TEXT),
                    block.list("words"),
                    block.optionalText("default"),
                    block.optionalText("help").orElse(""));
        } catch (IllegalArgumentException e) {
            throw block.problem("name", Texts.message("parameter.wrong", String.valueOf(e.getMessage())))
                    .exception(e);
        }
    }

    private static ScriptLimits limits(Definition block) {
        block.rejectUnknown("steps", "time", "memory", "output", "depth");
        ScriptLimits usual = ScriptLimits.USUAL;
        return new ScriptLimits(
                number(block, "steps").orElse(usual.steps()),
                time(block).orElse(usual.time()),
                number(block, "memory").orElse(usual.memory()),
                number(block, "output").orElse(usual.output()),
                block.optionalInteger("depth").orElse(usual.depth()));
    }

    private static Optional<Long> number(Definition block, String key) {
        try {
            return block.optionalText(key).map(Long::valueOf).map(ScriptText::positive);
        } catch (NumberFormatException e) {
            throw block.problem(key, Texts.message("limit.wrong", key))
                    .expected("1, 2, 3, …")
                    .exception(e);
        }
    }

    private static long positive(long number) {
        if (number < 1) {
            throw new NumberFormatException(String.valueOf(number));
        }
        return number;
    }

    private static Optional<Duration> time(Definition block) {
        try {
            return block.optionalText("time").map(Duration::parse);
        } catch (DateTimeException e) {
            throw block.problem("time", Texts.message("limit.wrong", "time"))
                    .expected("PT30S, PT5M")
                    .exception(e);
        }
    }
}

package org.tickmark.script.trigger;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;

/** Triggers as YAML: what they are exported to, and what the database keeps. What is usual is left out. */
final class TriggerText {
    private static final String TRIGGERS = "triggers";
    private static final String BUDGET = "budget";

    /** Keys of texts that hold more than triggers. */
    private static final String[] OTHERS = {TRIGGERS, "scripts", "units", "imports", "groups", "tasks"};

    private TriggerText() {}

    /** A trigger as the text tells it, and where it does. */
    record Told(TriggerDefinition definition, String where) {}

    static String write(Collection<TriggerDefinition> definitions) {
        return DefinitionText.write(
                Map.of(TRIGGERS, definitions.stream().map(TriggerText::block).toList()));
    }

    static String writeOne(TriggerDefinition definition) {
        return DefinitionText.write(block(definition));
    }

    private static Map<String, Object> block(TriggerDefinition definition) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("name", definition.name());
        put(block, "description", definition.description(), "");
        block.put("topic", definition.topic());
        block.put("phase", definition.phase());
        put(block, "condition", definition.condition(), "");
        block.put("scripts", definition.scripts());
        put(block, "priority", definition.priority(), 0);
        put(block, BUDGET, definition.budget().toString(), TriggerDefinition.USUAL_BUDGET.toString());
        put(block, "on-failure", definition.onFailure(), OnFailure.PASS);
        put(block, "owner", definition.owner(), "");
        put(block, "enabled", definition.enabled(), true);
        return block;
    }

    private static <T> void put(Map<String, Object> block, String key, T value, T usual) {
        if (!value.equals(usual)) {
            block.put(key, value);
        }
    }

    static List<Told> read(String text, String from) {
        Definition whole = DefinitionText.read(from, text);
        whole.rejectUnknown(OTHERS);
        return whole.children(TRIGGERS).stream()
                .map(block -> new Told(definition(block), block.where()))
                .toList();
    }

    static TriggerDefinition readOne(String text) {
        return definition(DefinitionText.read("trigger", text));
    }

    private static TriggerDefinition definition(Definition block) {
        block.rejectUnknown(
                "name",
                "description",
                "topic",
                "phase",
                "condition",
                "scripts",
                "priority",
                BUDGET,
                "on-failure",
                "owner",
                "enabled");
        return new TriggerDefinition(
                block.text("name"),
                block.optionalText("description").orElse(""),
                block.text("topic"),
                block.choice("phase", Phase.class),
                block.optionalText("condition").orElse(""),
                block.list("scripts"),
                block.optionalInteger("priority").orElse(0),
                budget(block),
                block.optionalChoice("on-failure", OnFailure.class).orElse(OnFailure.PASS),
                block.optionalText("owner").orElse(""),
                block.flag("enabled", true));
    }

    private static Duration budget(Definition block) {
        try {
            return block.optionalText(BUDGET).map(Duration::parse).orElse(TriggerDefinition.USUAL_BUDGET);
        } catch (DateTimeException e) {
            throw block.problem(BUDGET, Texts.message("budget.invalid"))
                    .expected("PT10S, PT1M")
                    .exception(e);
        }
    }
}

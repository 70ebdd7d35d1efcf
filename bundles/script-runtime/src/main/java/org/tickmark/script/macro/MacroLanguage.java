package org.tickmark.script.macro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.yaml.Definition;
import org.tickmark.kit.yaml.DefinitionText;
import org.tickmark.script.condition.Condition;

/** Macros as a language: YAML with a list {@code actions}. Safe for use from many threads. */
public final class MacroLanguage implements ScriptLanguage {
    /** Its name. */
    public static final String NAME = "macro";

    /** The object through which macros reach their actions. */
    public static final String GRANT = "actions";

    private static final String ACTIONS = "actions";
    private static final String ACTION = "action";
    private static final String WHEN = "when";
    private static final String PARAMETERS = "parameters";

    private final Actions actions;

    /** A language of these actions. */
    public MacroLanguage(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Message summary() {
        return Texts.message("language");
    }

    @Override
    public String fileEnding() {
        return "macro.yaml";
    }

    @Override
    public Compilation compile(ScriptSource source, ScriptHost host) {
        List<ScriptProblem> problems = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        try {
            Definition whole = DefinitionText.read(source.name(), source.text());
            whole.rejectUnknown(ACTIONS);
            Set<String> names = new HashSet<>();
            for (Definition block : whole.children(ACTIONS)) {
                step(source, block, names, problems).ifPresent(steps::add);
            }
        } catch (TickmarkException e) {
            problems.add(problem(source, line(e.problem()), e.problem()));
        }
        Optional<GrantedObject> granted = host.granted().stream()
                .filter(object -> object.name().equals(GRANT))
                .findFirst();
        if (granted.isEmpty()) {
            problems.add(
                    problem(source, 1, Texts.problem("macro.stored", "stored").build()));
        }
        return problems.isEmpty()
                ? new Compilation(Optional.of(new MacroProgram(source, steps, granted.get())), List.of())
                : new Compilation(Optional.empty(), problems);
    }

    private Optional<Step> step(
            ScriptSource source, Definition block, Set<String> names, List<ScriptProblem> problems) {
        try {
            block.rejectUnknown("name", ACTION, WHEN, PARAMETERS);
            String action = block.text(ACTION);
            String name = block.optionalText("name").orElse(action);
            if (!names.add(name) && block.has("name")) {
                throw Texts.problem("macro.name", "name", name).found(name).exception();
            }
            Map<String, Template> parameters = new TreeMap<>();
            block.optionalChild(PARAMETERS).ifPresent(given -> given.keys()
                    .forEach(key -> parameters.put(key, new Template(given.text(key)))));
            check(action, parameters);
            Condition condition = Condition.parse(block.optionalText(WHEN).orElse(""));
            return Optional.of(
                    new Step(name, action, condition, parameters, new ScriptPosition(source.name(), block.line(), 1)));
        } catch (TickmarkException e) {
            problems.add(problem(source, block.line(), e.problem()));
            return Optional.empty();
        }
    }

    private void check(String name, Map<String, Template> parameters) {
        MacroAction action = actions.named(name).orElseThrow(() -> unknown(name));
        for (TaskParameter parameter : action.parameters()) {
            Template value = parameters.get(parameter.name());
            if (value == null && parameter.defaultValue().isEmpty()) {
                throw parameterProblem("parameter.missing", parameter.name())
                        .expected(parameter.name())
                        .exception();
            }
            if (value != null && value.isConstant() && !parameter.allows(value.text())) {
                throw Values.wrong(parameter, value.text());
            }
        }
        List<String> known =
                action.parameters().stream().map(TaskParameter::name).toList();
        for (String given : parameters.keySet()) {
            if (!known.contains(given)) {
                throw parameterProblem("parameter.unknown", given)
                        .expected(String.join(", ", known))
                        .exception();
            }
        }
    }

    private static Problem.Builder parameterProblem(String id, String name) {
        return Texts.problem("macro.parameter", id, name);
    }

    private TickmarkException unknown(String name) {
        return Texts.problem("macro.action", "action", name)
                .found(name)
                .expected(String.join(", ", actions.all().keySet()))
                .exception();
    }

    private static ScriptProblem problem(ScriptSource source, int line, Problem problem) {
        ScriptPosition position = new ScriptPosition(source.name(), line, 1);
        return new ScriptProblem(
                position, problem.toBuilder().where(position.toString()).build());
    }

    /** The line that a problem of a definition names at the end of its place; the first if it names none. */
    private static int line(Problem problem) {
        String place = problem.where().orElse("").split(",", 2)[0];
        String last = place.substring(place.lastIndexOf(':') + 1);
        return last.matches("[1-9]\\d{0,6}") ? Integer.parseInt(last) : 1;
    }

    /** Trailing blanks go; what YAML means by the others is left as it is. */
    @Override
    public FormattedScript format(ScriptSource source) {
        StringBuilder text = new StringBuilder();
        source.text().lines().forEach(line -> text.append(line.stripTrailing()).append('\n'));
        return new FormattedScript(text.toString(), List.of());
    }
}

package org.tickmark.script.store;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.script.ScriptLimits;

/** What a definition must keep to, and the values that a run of it is given. */
public final class ScriptRules {
    private static final String INVALID = "script.invalid";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String FOLDER = "[\\p{L}\\p{N} ._-]{1,60}(/[\\p{L}\\p{N} ._-]{1,60}){0,9}";

    /** The longest source, in characters. */
    private static final int LONGEST = 1 << 20;

    private ScriptRules() {}

    /**
     * Lets a definition pass that may be kept.
     *
     * @param grants names of the objects that there are
     * @param most what may be allowed at most
     */
    public static void require(ScriptDefinition definition, Set<String> grants, ScriptLimits most) {
        String where = "script " + definition.name();
        check(definition.name().matches(NAME), where, "name", definition.name(), "A-Z a-z 0-9 . _ -");
        check(
                definition.folder().isEmpty() || definition.folder().matches(FOLDER),
                where,
                "folder",
                definition.folder(),
                "reports/monthly");
        check(
                definition.text().length() <= LONGEST,
                where,
                "text",
                "" + definition.text().length(),
                "≤ " + LONGEST);
        Set<String> names = new HashSet<>();
        for (ScriptParameter parameter : definition.parameters()) {
            check(names.add(parameter.name()), where, "parameter.twice", parameter.name(), "");
            check(
                    parameter.defaultValue().map(parameter::allows).orElse(true),
                    where,
                    "parameter.default",
                    parameter.name() + "=" + parameter.defaultValue().orElse(""),
                    parameter.type().name());
        }
        for (String grant : definition.grants()) {
            check(grants.contains(grant), where, "grant", grant, String.join(", ", grants));
        }
        within(definition.limits(), most, where);
    }

    private static void within(ScriptLimits limits, ScriptLimits most, String where) {
        check(limits.steps() <= most.steps(), where, "limit", "steps " + limits.steps(), "≤ " + most.steps());
        Duration time = limits.time();
        check(time.compareTo(most.time()) <= 0, where, "limit", "time " + time, "≤ " + most.time());
        check(limits.memory() <= most.memory(), where, "limit", "memory " + limits.memory(), "≤ " + most.memory());
        check(limits.output() <= most.output(), where, "limit", "output " + limits.output(), "≤ " + most.output());
        check(limits.depth() <= most.depth(), where, "limit", "depth " + limits.depth(), "≤ " + most.depth());
    }

    private static void check(boolean right, String where, String id, String found, String expected) {
        if (!right) {
            Problem.Builder problem =
                    Texts.problem(INVALID, id + ".invalid").where(where).found(found);
            throw (expected.isEmpty() ? problem : problem.expected(expected)).exception();
        }
    }

    /** Lets only the owner of a script, and who may do everything, give it that owner or change it. */
    public static void requireOwner(Caller caller, String owner, String name) {
        if (!owner.isEmpty() && !owner.equals(caller.identity()) && !caller.may(Permission.ALL)) {
            throw Texts.problem("script.owner", "owner", name)
                    .where("script " + name)
                    .found(caller.identity())
                    .expected(owner)
                    .exception();
        }
    }

    /** The values of all parameters of a script, with defaults for those that are not given. */
    public static Map<String, String> values(ScriptDefinition definition, Map<String, String> given) {
        Map<String, String> values = new TreeMap<>(given);
        List<ScriptParameter> parameters = definition.parameters();
        for (ScriptParameter parameter : parameters) {
            parameter.defaultValue().ifPresent(value -> values.putIfAbsent(parameter.name(), value));
            String value = values.get(parameter.name());
            if (value == null) {
                throw parameterProblem("parameter.missing", definition, parameter.name())
                        .expected(parameter.name() + "=" + parameter.type())
                        .exception();
            }
            if (!parameter.allows(value)) {
                throw parameterProblem("parameter.value", definition, parameter.name())
                        .found(value)
                        .expected(
                                parameter.words().isEmpty()
                                        ? parameter.type().name()
                                        : String.join(", ", parameter.words()))
                        .exception();
            }
        }
        for (String name : values.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw parameterProblem("parameter.unknown", definition, name)
                        .expected(parameters.stream().map(ScriptParameter::name).collect(Collectors.joining(", ")))
                        .exception();
            }
        }
        return values;
    }

    private static Problem.Builder parameterProblem(String id, ScriptDefinition definition, String parameter) {
        return Texts.problem("script.parameter", id, parameter).where("script " + definition.name());
    }
}

package org.tickmark.console.commands;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;

/** Definitions of scripts as they are given on a command line; what is not given stays as it was. */
final class ScriptInput {
    private static final int MIB = 20;

    private ScriptInput() {}

    /** Takes the parts of a definition. */
    static Command.Declaration declared(Command.Declaration declaration) {
        return declaration
                .option("folder", "script.folder", ValueKind.TEXT)
                .option("description", "script.description", ValueKind.TEXT)
                .option("owner", "script.owner", ValueKind.TEXT)
                .repeatable("grant", "script.grant", ValueKind.TEXT)
                .repeatable("parameter", "script.declared", ValueKind.TEXT)
                .option("time", "script.time", ValueKind.DURATION)
                .option("steps", "script.steps", ValueKind.INTEGER)
                .option("memory", "script.memory", ValueKind.INTEGER);
    }

    /** A definition with what the command line says otherwise; one empty grant or parameter takes all of them away. */
    static ScriptDefinition over(ScriptDefinition before, CommandCall call) {
        return new ScriptDefinition(
                before.name(),
                call.option("folder").orElse(before.folder()),
                before.language(),
                call.option("description").orElse(before.description()),
                call.options("parameter").isEmpty()
                        ? before.parameters()
                        : given(call, "parameter").stream()
                                .map(ScriptInput::parameter)
                                .toList(),
                call.options("grant").isEmpty() ? before.grants() : given(call, "grant"),
                call.option("owner").orElse(before.owner()),
                limits(before.limits(), call),
                before.text());
    }

    private static List<String> given(CommandCall call, String option) {
        return call.options(option).stream().filter(value -> !value.isEmpty()).toList();
    }

    private static ScriptLimits limits(ScriptLimits before, CommandCall call) {
        long steps = call.option("steps").map(Long::valueOf).orElse(before.steps());
        long memory = call.option("memory")
                .map(megabytes -> Long.parseLong(megabytes) << MIB)
                .orElse(before.memory());
        if (steps < 1 || memory < 1) {
            throw Texts.problem("usage.script-limit").expected("≥ 1").exception();
        }
        Duration time = call.option("time").map(Duration::parse).orElse(before.time());
        return new ScriptLimits(steps, time, memory, before.output(), before.depth());
    }

    /** {@code name}, {@code name:type}, {@code name:one|other}, each perhaps with {@code =default}. */
    private static ScriptParameter parameter(String given) {
        int equals = given.indexOf('=');
        String declared = equals < 0 ? given : given.substring(0, equals);
        Optional<String> usual = equals < 0 ? Optional.empty() : Optional.of(given.substring(equals + 1));
        int colon = declared.indexOf(':');
        String name = colon < 0 ? declared : declared.substring(0, colon);
        String type = colon < 0 ? "text" : declared.substring(colon + 1);
        try {
            return type.contains("|")
                    ? new ScriptParameter(name, TaskParameter.Type.CHOICE, Arrays.asList(type.split("\\|")), usual, "")
                    : new ScriptParameter(
                            name, TaskParameter.Type.valueOf(type.toUpperCase(Locale.ROOT)), List.of(), usual, "");
        } catch (IllegalArgumentException e) {
            throw Texts.problem("usage.script-parameter")
                    .where("--parameter")
                    .found(given)
                    .expected("unit, unit:text=100, from:date, most:integer=5, mode:quick|full=quick")
                    .exception(e);
        }
    }

    /** A parameter as it would be given. */
    static String shown(ScriptParameter parameter) {
        String type = parameter.words().isEmpty()
                ? parameter.type().name().toLowerCase(Locale.ROOT)
                : String.join("|", parameter.words());
        return parameter.name() + ":" + type
                + parameter.defaultValue().map(value -> "=" + value).orElse("");
    }

    /** Limits in one line. */
    static String shown(ScriptLimits limits) {
        return List.of(
                        limits.steps() + " steps",
                        limits.time().toString(),
                        (limits.memory() >> MIB) + " MiB",
                        limits.output() + " chars",
                        limits.depth() + " calls")
                .stream()
                .collect(Collectors.joining(", "));
    }

    /** A number of a version. */
    static int number(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw Texts.problem("usage.script-version")
                    .found(given)
                    .expected("1, 2, 3, …")
                    .exception(e);
        }
    }
}

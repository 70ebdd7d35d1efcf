package org.tickmark.web.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.command.Argument;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.Option;
import org.tickmark.api.command.ValueKind;

/** The REST interface as an OpenAPI document, made from the commands that there are. Source: OpenAPI Specification 3.0.3. */
final class OpenApi {
    private OpenApi() {}

    static Map<String, Object> of(List<CommandSpec> specs, Locale locale) {
        Map<String, Object> paths = new LinkedHashMap<>();
        specs.forEach(spec -> paths.put(Rest.address(spec), Map.of("post", operation(spec, locale))));
        return members(
                "openapi", "3.0.3",
                "info", members("title", "Tickmark", "version", "1"),
                "security", List.of(Map.of("token", List.of())),
                "paths", paths,
                "components",
                        Map.of(
                                "securitySchemes",
                                Map.of("token", members("type", "http", "scheme", "bearer")),
                                "schemas",
                                Map.of("Answer", answer())));
    }

    private static Map<String, Object> operation(CommandSpec spec, Locale locale) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Argument argument : spec.arguments()) {
            arguments.put(
                    argument.name(),
                    schema(
                            argument.kind(),
                            CommandWords.takesSeveral(argument),
                            argument.help().text(locale)));
        }
        Map<String, Object> options = new LinkedHashMap<>();
        for (Option option : spec.options()) {
            options.put(
                    option.name(),
                    schema(option.kind(), option.repeatable(), option.help().text(locale)));
        }
        Map<String, Object> argumentsSchema = members("type", "object", "properties", arguments);
        List<String> needed = spec.arguments().stream()
                .filter(CommandWords::isNeeded)
                .map(Argument::name)
                .toList();
        if (!needed.isEmpty()) {
            argumentsSchema.put("required", needed);
        }
        Map<String, Object> body = members(
                "type",
                "object",
                "properties",
                members(
                        "arguments", argumentsSchema,
                        "options", members("type", "object", "properties", options),
                        "yes", members("type", "boolean"),
                        "secret", members("type", "string", "format", "password")));
        return members(
                "operationId", spec.name().replace(' ', '_'),
                "summary", spec.summary().text(locale),
                "description", spec.permission().name(),
                "requestBody", Map.of("content", Map.of("application/json", Map.of("schema", body))),
                "responses",
                        Map.of(
                                "default",
                                members(
                                        "description",
                                        "exit code, result and problems",
                                        "content",
                                        Map.of(
                                                "application/json",
                                                Map.of("schema", Map.of("$ref", "#/components/schemas/Answer"))))));
    }

    private static Map<String, Object> answer() {
        return members(
                "type",
                "object",
                "properties",
                members(
                        "exit_code", members("type", "integer"),
                        "summary", members("type", "string", "nullable", true),
                        "result", members("nullable", true),
                        "problems", members("type", "array", "items", members("type", "object"))));
    }

    private static Map<String, Object> schema(ValueKind kind, boolean several, String help) {
        Map<String, Object> one =
                switch (kind.type()) {
                    case TEXT, PATH, RECORD, DURATION -> members("type", "string");
                    case INTEGER -> members("type", "integer");
                    case DATE -> members("type", "string", "format", "date");
                    case FLAG -> members("type", "boolean");
                    case CHOICE -> members("type", "string", "enum", kind.words());
                };
        Map<String, Object> schema = several ? members("type", "array", "items", one) : one;
        schema.put("description", help);
        return schema;
    }

    /** Names and values in turn, in this order. */
    private static Map<String, Object> members(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }
}

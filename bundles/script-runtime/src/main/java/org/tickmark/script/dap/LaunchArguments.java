package org.tickmark.script.dap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a client says when it launches or attaches: values as JSON has them. */
final class LaunchArguments {
    private final Map<String, Object> given;

    LaunchArguments(Map<String, Object> given) {
        this.given = given;
    }

    /** Lets only a client go on that says this key. */
    void requireKey(Optional<String> key) {
        if (key.isPresent() && !isSame(key.get(), String.valueOf(given.get("key")))) {
            throw Texts.problem("debug.key", "key").expected("\"key\": …").exception();
        }
    }

    /** Takes as long wherever they differ. */
    private static boolean isSame(String key, String said) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether to stand before the first statement. */
    boolean stopOnEntry() {
        return Boolean.TRUE.equals(given.get("stopOnEntry"));
    }

    /** The script to launch, as clients call it; empty if they leave that to this end. */
    Optional<String> program() {
        return Optional.ofNullable(given.get("program")).map(String::valueOf);
    }

    /** Values of the script's parameters. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (given.get("parameters") instanceof Map<?, ?> values) {
            values.forEach((name, value) -> parameters.put(String.valueOf(name), text(value)));
        }
        return parameters;
    }

    /** Number of the session to attach to. */
    long session() {
        if (given.get("session") instanceof Number number) {
            return number.longValue();
        }
        throw Texts.problem("debug.attach", "attach").expected("\"session\": 7").exception();
    }

    /** A whole number is written as one, though JSON here knows floating-point numbers only. */
    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }
}

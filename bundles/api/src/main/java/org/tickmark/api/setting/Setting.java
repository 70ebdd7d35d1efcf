package org.tickmark.api.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.tickmark.api.message.Message;

/**
 * A configuration key, declared once: its type, its default and what it is for. The key {@code store.url} is read from
 * {@code etc/tickmark.properties} and overridden by the environment variable {@code TICKMARK_STORE_URL}.
 *
 * @param <T> the type of the value
 */
public final class Setting<T> {
    private final String key;
    private final String typeName;
    private final String defaultText;
    private final Message help;
    private final Function<String, T> parser;
    private final boolean secret;

    private Setting(
            String key, String typeName, String defaultText, Message help, Function<String, T> parser, boolean secret) {
        this.key = Objects.requireNonNull(key, "key");
        if (!key.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+")) {
            throw new IllegalArgumentException("Setting key '" + key + "': expected section.key");
        }
        this.typeName = typeName;
        this.defaultText = Objects.requireNonNull(defaultText, "defaultText");
        this.help = Objects.requireNonNull(help, "help");
        this.parser = parser;
        this.secret = secret;
        if (!defaultText.isEmpty()) {
            Objects.requireNonNull(parser.apply(defaultText), "the value of the default");
        }
    }

    /** A setting of any text. */
    public static Setting<String> text(String key, String defaultText, Message help) {
        return new Setting<>(key, "text", defaultText, help, Function.identity(), false);
    }

    /** A setting that is one of a few words. */
    public static Setting<String> choice(String key, String defaultText, List<String> words, Message help) {
        return new Setting<>(key, String.join("|", words), defaultText, help, text -> oneOf(words, text), false);
    }

    /** A setting that is {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String key, boolean defaultValue, Message help) {
        return new Setting<>(key, "true|false", String.valueOf(defaultValue), help, Setting::parseFlag, false);
    }

    /** A setting that is a whole number from {@code min} to {@code max}, both included. */
    public static Setting<Long> integer(String key, long defaultValue, long min, long max, Message help) {
        String type = min + ".." + max;
        return new Setting<>(
                key, type, String.valueOf(defaultValue), help, text -> parseInteger(text, min, max), false);
    }

    /** A setting that is a span of time in ISO 8601, such as {@code PT30S}. */
    public static Setting<Duration> duration(String key, Duration defaultValue, Message help) {
        return new Setting<>(key, "ISO 8601 duration", defaultValue.toString(), help, Setting::parseDuration, false);
    }

    /**
     * A setting whose value is never shown. It is best given as {@code TICKMARK_SECTION_KEY_FILE}, the path of a file that
     * holds it; it has no default.
     */
    public static Setting<String> secret(String key, Message help) {
        return new Setting<>(key, "secret", "", help, Function.identity(), true);
    }

    /** The key, {@code section.key}. */
    public String key() {
        return key;
    }

    /** The type in words, such as {@code 1..65535}. */
    public String typeName() {
        return typeName;
    }

    /** The default as it would be written in the file; empty for none. */
    public String defaultText() {
        return defaultText;
    }

    /** What the setting is for. */
    public Message help() {
        return help;
    }

    /** Whether the value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** The environment variable that overrides this key: {@code store.maxPool} becomes {@code TICKMARK_STORE_MAX_POOL}. */
    public String environmentVariable() {
        return "TICKMARK_"
                + key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is no such value; its message says what was expected
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    @Override
    public String toString() {
        return key;
    }

    private static String oneOf(List<String> words, String text) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException(String.join(", ", words));
        }
        return text;
    }

    private static Boolean parseFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("true, false");
        };
    }

    private static Long parseInteger(String text, long min, long max) {
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(min + ".." + max, e);
        }
        throw new IllegalArgumentException(min + ".." + max);
    }

    private static Duration parseDuration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("PT30S, PT5M, PT2H", e);
        }
    }
}

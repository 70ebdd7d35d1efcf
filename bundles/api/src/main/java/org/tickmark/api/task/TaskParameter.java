package org.tickmark.api.task;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.SecretRef;

/**
 * A parameter of an executor.
 *
 * @param name lower-case words joined by hyphens
 * @param type what its values are
 * @param words the words allowed, for {@link Type#CHOICE}; else empty
 * @param defaultValue what holds when it is not set; without one the parameter is required
 * @param help what it does
 */
public record TaskParameter(String name, Type type, List<String> words, Optional<String> defaultValue, Message help) {
    /** What the values of a parameter are; all of them are given and kept as text. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number of 64 bits. */
        INTEGER,
        /** An exact decimal with a point. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A date, {@code 2026-05-31}. */
        DATE,
        /** A span of time, ISO 8601: {@code PT5M}. */
        DURATION,
        /** One of a few words. */
        CHOICE,
        /** The name of a secret, never the secret itself. */
        SECRET;

        private boolean reads(String text) {
            try {
                return read(text) != null;
            } catch (IllegalArgumentException | DateTimeException e) {
                return false;
            }
        }

        private Object read(String text) {
            return switch (this) {
                case TEXT, CHOICE -> text;
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> new BigDecimal(text);
                case FLAG -> text.equals("true") || text.equals("false") ? text : null;
                case DATE -> LocalDate.parse(text);
                case DURATION -> Duration.parse(text);
                case SECRET -> new SecretRef(text);
            };
        }
    }

    public TaskParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        words = List.copyOf(words);
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(help, "help");
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Parameter '" + name + "': expected lower-case words joined by hyphens");
        }
        if ((type == Type.CHOICE) == words.isEmpty()) {
            throw new IllegalArgumentException("Parameter '" + name + "': words go with CHOICE, and only with it");
        }
    }

    /** A parameter that must be set. */
    public static TaskParameter required(String name, Type type, Message help) {
        return new TaskParameter(name, type, List.of(), Optional.empty(), help);
    }

    /** A parameter that need not be set; an empty default is an empty text. */
    public static TaskParameter optional(String name, Type type, String defaultValue, Message help) {
        return new TaskParameter(name, type, List.of(), Optional.of(defaultValue), help);
    }

    /** A parameter that is one of a few words, the first of which holds when it is not set. */
    public static TaskParameter choice(String name, List<String> words, Message help) {
        return new TaskParameter(name, Type.CHOICE, words, Optional.of(words.get(0)), help);
    }

    /** Whether it may have this value; an empty one only where the default is empty, or as text. */
    public boolean allows(String value) {
        if (value.isEmpty()) {
            return type == Type.TEXT || defaultValue.equals(Optional.of(""));
        }
        return type == Type.CHOICE ? words.contains(value) : type.reads(value);
    }
}

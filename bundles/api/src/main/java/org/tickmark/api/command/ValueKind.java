package org.tickmark.api.command;

import java.util.List;
import java.util.Objects;

/**
 * What may be given for an argument or option; checked before the command runs, and completed in the shell.
 *
 * @param type the type
 * @param words for {@link Type#CHOICE} the words; for {@link Type#RECORD} the one name of the
 *     {@link org.tickmark.api.record.RecordSource} whose keys complete it; for {@link #GUARDED_PATH} one of its own; else empty
 */
public record ValueKind(Type type, List<String> words) {
    /** Any text. */
    public static final ValueKind TEXT = new ValueKind(Type.TEXT, List.of());
    /** A path, taken relative to the caller's working directory. */
    public static final ValueKind PATH = new ValueKind(Type.PATH, List.of());
    /**
     * A path that callers from elsewhere may give as well, and then as it is, since they have no working directory: the service that takes it lets them name
     * only what lies in folders that are open to them.
     */
    public static final ValueKind GUARDED_PATH = new ValueKind(Type.PATH, List.of("guarded"));
    /** A whole number. */
    public static final ValueKind INTEGER = new ValueKind(Type.INTEGER, List.of());
    /** A date, {@code 2026-05-31}. */
    public static final ValueKind DATE = new ValueKind(Type.DATE, List.of());
    /** A span of time: {@code 30s}, {@code 5m}, {@code 2h} or ISO 8601. */
    public static final ValueKind DURATION = new ValueKind(Type.DURATION, List.of());
    /** No value: the option is given or not. */
    public static final ValueKind FLAG = new ValueKind(Type.FLAG, List.of());

    /** The types of values. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A path. */
        PATH,
        /** A whole number. */
        INTEGER,
        /** A date. */
        DATE,
        /** A span of time. */
        DURATION,
        /** Given or not. */
        FLAG,
        /** One of a few words. */
        CHOICE,
        /** The key of a record. */
        RECORD
    }

    public ValueKind {
        Objects.requireNonNull(type, "type");
        words = List.copyOf(words);
    }

    /** One of these words. */
    public static ValueKind choice(String... words) {
        return new ValueKind(Type.CHOICE, List.of(words));
    }

    /** The key of a record of this source. */
    public static ValueKind record(String source) {
        return new ValueKind(Type.RECORD, List.of(source));
    }
}

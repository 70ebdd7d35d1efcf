package org.tickmark.recurrence.series;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.recurrence.Moment;

/**
 * What is different from the series, field by field: the start, the length, and fields with names of the caller's choice
 * (a title, a place). What is not named stays as the series has it. Immutable.
 */
public final class Changes {
    private static final Changes NOTHING = new Changes(null, null, Map.of());

    private final Moment start;
    private final Length length;
    private final Map<String, String> fields;

    private Changes(Moment start, Length length, Map<String, String> fields) {
        this.start = start;
        this.length = length;
        this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Nothing is different. */
    public static Changes none() {
        return NOTHING;
    }

    /** Another start alone. */
    public static Changes toStart(Moment start) {
        return NOTHING.withStart(start);
    }

    /** Another value of one field alone. */
    public static Changes toField(String name, String value) {
        return NOTHING.withField(name, value);
    }

    /** The start, when it is different. */
    public Optional<Moment> start() {
        return Optional.ofNullable(start);
    }

    /** The length, when it is different. */
    public Optional<Length> length() {
        return Optional.ofNullable(length);
    }

    /** The fields that are different, by name. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return start == null && length == null && fields.isEmpty();
    }

    /** The same with another start. */
    public Changes withStart(Moment other) {
        return new Changes(Objects.requireNonNull(other, "other"), length, fields);
    }

    /** The same with the start that the series gives. */
    public Changes withoutStart() {
        return new Changes(null, length, fields);
    }

    /** The same with another length. */
    public Changes withLength(Length other) {
        return new Changes(start, Objects.requireNonNull(other, "other"), fields);
    }

    /** The same with another value of a field; an empty value is a value. */
    public Changes withField(String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Changes(start, length, more);
    }

    Changes inZone(ZoneId zone) {
        return start == null ? this : withStart(Moment.of(start.wallClock(), zone));
    }

    /** These changes with the later ones on top. */
    Changes and(Changes later) {
        return new Changes(
                later.start == null ? start : later.start,
                later.length == null ? length : later.length,
                merged(fields, later.fields));
    }

    /** These changes without what the others change. */
    Changes without(Changes others) {
        Map<String, String> left = new TreeMap<>(fields);
        left.keySet().removeAll(others.fields.keySet());
        return new Changes(others.start == null ? start : null, others.length == null ? length : null, left);
    }

    /** What of these changes says something else than the values below. */
    Changes beside(Moment regularStart, Length regularLength, Map<String, String> regularFields) {
        Map<String, String> different = new TreeMap<>(fields);
        different.entrySet().removeIf(field -> field.getValue().equals(regularFields.get(field.getKey())));
        boolean starts = start != null && Moments.sameTime(regularStart, start);
        return new Changes(starts ? null : start, regularLength.equals(length) ? null : length, different);
    }

    static Map<String, String> merged(Map<String, String> below, Map<String, String> above) {
        Map<String, String> merged = new TreeMap<>(below);
        merged.putAll(above);
        return Collections.unmodifiableMap(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Changes changes
                && Objects.equals(start, changes.start)
                && Objects.equals(length, changes.length)
                && fields.equals(changes.fields);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, length, fields);
    }

    @Override
    public String toString() {
        return "start " + start + ", length " + length + ", fields " + fields;
    }
}

package org.tickmark.api.event;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.Caller;

/**
 * Something that is about to happen, shown to before-handlers outside any transaction. Immutable.
 *
 * @param topic what is about to happen, such as {@code import.file.commit}
 * @param subject the thing it will happen to
 * @param caller who asks for it
 * @param fields the particulars as text, in key order; a topic documents its keys
 * @param changeable the keys of those fields that a handler may change
 */
public record Proposal(
        String topic, String subject, Caller caller, Map<String, String> fields, Set<String> changeable) {
    public Proposal {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(caller, "caller");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        changeable = Set.copyOf(changeable);
    }

    /**
     * The same proposal with some fields changed.
     *
     * @throws IllegalArgumentException if a field is not {@linkplain #changeable() changeable}
     */
    public Proposal with(Map<String, String> changes) {
        if (!changeable.containsAll(changes.keySet())) {
            throw new IllegalArgumentException(
                    "Proposal " + topic + " lets " + changeable + " be changed, not " + changes.keySet());
        }
        Map<String, String> merged = new TreeMap<>(fields);
        merged.putAll(changes);
        return new Proposal(topic, subject, caller, merged, changeable);
    }
}

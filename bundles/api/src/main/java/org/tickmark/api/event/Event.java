package org.tickmark.api.event;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that happened. Delivered after the transaction that recorded it, at least once: a handler that must not act
 * twice remembers {@link #id()}.
 *
 * @param id unique and growing in the order of recording
 * @param topic what happened, such as {@code import.file.quarantined}
 * @param subject the thing it happened to, such as {@code file/812}
 * @param at when it was recorded
 * @param caller identity of who caused it
 * @param fields the particulars as text, in key order; a topic documents its keys
 */
public record Event(long id, String topic, String subject, Instant at, String caller, Map<String, String> fields) {
    public Event {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(caller, "caller");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}

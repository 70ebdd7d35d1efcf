package org.tickmark.api.host.script;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.message.Message;

/**
 * A kind of event that triggers can be about. Immutable.
 *
 * @param topic its topic
 * @param phase whether scripts run before it happens or after
 * @param summary when it happens
 * @param subject what it can happen to, such as {@code task/nightly}
 * @param sample its fields, each with a value as it could be
 * @param changeable the fields that scripts may change
 */
public record EventKind(
        String topic,
        TriggerDefinition.Phase phase,
        Message summary,
        String subject,
        Map<String, String> sample,
        Set<String> changeable) {
    public EventKind {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(subject, "subject");
        sample = Collections.unmodifiableSortedMap(new TreeMap<>(sample));
        changeable = Set.copyOf(changeable);
    }
}

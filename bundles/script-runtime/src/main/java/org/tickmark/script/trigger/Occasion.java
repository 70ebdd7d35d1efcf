package org.tickmark.script.trigger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.script.ScriptEvent;

/**
 * What triggers are fired on: something that is about to happen, or has happened.
 *
 * @param event id of the event; empty before it happens
 * @param caller identity of who causes it
 * @param changeable fields that may be changed
 */
record Occasion(
        Optional<Long> event,
        Phase phase,
        String topic,
        String subject,
        String caller,
        Map<String, String> fields,
        Set<String> changeable) {
    static Occasion of(Proposal proposal) {
        return new Occasion(
                Optional.empty(),
                Phase.BEFORE,
                proposal.topic(),
                proposal.subject(),
                proposal.caller().identity(),
                proposal.fields(),
                proposal.changeable());
    }

    static Occasion of(Event event) {
        return new Occasion(
                Optional.of(event.id()),
                Phase.AFTER,
                event.topic(),
                event.subject(),
                event.caller(),
                event.fields(),
                Set.of());
    }

    /** What conditions and scripts are told: the fields, and {@code event.topic}, {@code event.subject}, {@code event.caller}, {@code event.id}. */
    Map<String, String> values(Map<String, String> changes) {
        Map<String, String> values = new TreeMap<>(fields);
        values.putAll(changes);
        values.put("event.topic", topic);
        values.put("event.subject", subject);
        values.put("event.caller", caller);
        event.ifPresent(id -> values.put("event.id", String.valueOf(id)));
        return values;
    }

    ScriptEvent asSeen(Map<String, String> changes, Map<String, String> state) {
        return new ScriptEvent(topic, values(changes), state);
    }
}

package org.tickmark.api.host.script;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.script.ScriptOutput;

/**
 * The triggers. To see them takes {@link org.tickmark.api.Permission#SCRIPT_READ}, everything else {@link org.tickmark.api.Permission#TRIGGER_EDIT}. A
 * name that is not there is a {@link org.tickmark.api.TickmarkException} with code {@code trigger.unknown}. Safe for use from many threads.
 *
 * <p>A trigger is the scripted form of an {@link org.tickmark.api.event.EventHandler}: one handler carries out all of them, before and after. A
 * trigger that fails never keeps an event from happening unless it is set to. It never runs within itself, and one that runs after events is
 * switched off when it fires more often than {@value #MOST_OF_SUBJECT} times a minute about the same subject, or {@value #MOST} times in all.
 *
 * <p>Lists of them are records, ordered by their keys:
 *
 * <ul>
 *   <li>{@code trigger}: {@code name}, {@code topic}, {@code phase}, {@code priority}, {@code enabled}, {@code suspended} (why the loop guard switched
 *       it off; empty if it did not), {@code owner}, {@code saved_by}, {@code saved_at}.
 *   <li>{@code firing}: {@code id}, {@code trigger}, {@code topic}, {@code subject}, {@code event} (id of the event; empty before it happens),
 *       {@code caller} (who caused the event), {@code fired_at}, {@code took_ms}, {@code outcome} (a {@link Firing.Outcome}), {@code message}.
 * </ul>
 */
@ProviderType
public interface Triggers {
    /** How often a trigger may run after events with the same subject in a minute. */
    int MOST_OF_SUBJECT = 20;

    /** How often a trigger may run after events in a minute. */
    int MOST = 1_000;

    /** A trigger. */
    Optional<TriggerDefinition> trigger(Caller caller, String name);

    /**
     * Adds a trigger, or changes the one of this name. Who saves a trigger of an owner must be that owner or hold all rights.
     *
     * @param dryRun whether to check only
     * @return what should be looked at, though it is allowed: a topic that nothing is known of, a script that is not there
     * @throws org.tickmark.api.TickmarkException with code {@code trigger.invalid} if a part is wrong
     */
    List<Problem> save(Caller caller, TriggerDefinition definition, boolean dryRun);

    /** Removes a trigger; its firings stay. */
    void remove(Caller caller, String name, boolean dryRun);

    /** Switches a trigger on or off; one that the loop guard switched off is on again as well. */
    void enable(Caller caller, String name, boolean enabled);

    /** Triggers as text (YAML, key {@code triggers}) that {@link #importText} reads back; all when no name is given. */
    String exportText(Caller caller, List<String> names);

    /**
     * Saves the triggers in a text, all or none.
     *
     * @param from what to call the text in errors, such as its file name
     * @return names of the triggers, in the order of the text
     */
    List<String> importText(Caller caller, String text, String from, boolean dryRun);

    /** The kinds of events that Tickmark tells of, ordered by topic. */
    List<EventKind> events(Caller caller);

    /**
     * Fires a trigger, switched on or not, on an event that happened long ago or never. Its scripts run in the name of its owner; granted objects only say
     * what they would do, and nothing is written but the runs of the scripts.
     *
     * @param sample the event; the empty one stands for the sample of the trigger's topic
     */
    Firing test(Caller caller, String name, Sample sample, ScriptOutput output);

    /**
     * An event that happened, as a sample.
     *
     * @param id its id
     * @throws org.tickmark.api.TickmarkException with code {@code event.unknown} if it is not kept
     */
    Sample event(Caller caller, long id);

    /**
     * An event to try a trigger on.
     *
     * @param topic its topic; empty for that of the trigger
     * @param subject what it happened to
     * @param fields its fields
     */
    record Sample(String topic, String subject, Map<String, String> fields) {
        /** The sample of the trigger's topic. */
        public static final Sample OF_TOPIC = new Sample("", "", Map.of());

        public Sample {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(subject, "subject");
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }
}

package org.tickmark.testkit.macro;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.macro.MacroAction;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.api.task.TaskParameter;

/** A use of an action without a macro: parameters with their defaults, lines that are kept, a wish to stop. What differs from the usual is said before it is used. */
public final class FakeActionCall implements ActionCall {
    private final Map<String, String> parameters;
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
    private ScriptEvent event;
    private String once;
    private boolean dryRun;
    private volatile boolean cancelled;

    private FakeActionCall(Map<String, String> parameters) {
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /**
     * A use with these parameters, and the defaults of the others.
     *
     * @throws IllegalArgumentException if the host would refuse them
     */
    public static FakeActionCall of(MacroAction action, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(given);
        List<String> known = new ArrayList<>();
        for (TaskParameter parameter : action.parameters()) {
            known.add(parameter.name());
            parameter.defaultValue().ifPresent(value -> all.putIfAbsent(parameter.name(), value));
            String value = all.get(parameter.name());
            if (value == null || !parameter.allows(value)) {
                throw new IllegalArgumentException("Parameter '" + parameter.name() + "': found " + value
                        + ", expected " + parameter.type() + " " + parameter.words());
            }
        }
        if (!known.containsAll(all.keySet())) {
            throw new IllegalArgumentException("Parameters " + all.keySet() + ": the action has " + known);
        }
        return new FakeActionCall(all);
    }

    /** As part of a dry run. */
    public FakeActionCall dryRun() {
        dryRun = true;
        return this;
    }

    /** Known by this, however often it is done. */
    public FakeActionCall once(String key) {
        once = key;
        return this;
    }

    /** In answer to an event. */
    public FakeActionCall on(ScriptEvent happened) {
        event = happened;
        return this;
    }

    /** Wishes it to stop. */
    public FakeActionCall cancelled() {
        cancelled = true;
        return this;
    }

    /** The lines that were written. */
    public List<String> printed() {
        return List.copyOf(printed);
    }

    @Override
    public Caller caller() {
        return Caller.system();
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public Optional<ScriptEvent> event() {
        return Optional.ofNullable(event);
    }

    @Override
    public boolean isDryRun() {
        return dryRun;
    }

    @Override
    public Optional<String> once() {
        return Optional.ofNullable(once);
    }

    @Override
    public void print(String line) {
        printed.add(line);
    }

    @Override
    public CancelToken cancel() {
        return () -> cancelled;
    }
}

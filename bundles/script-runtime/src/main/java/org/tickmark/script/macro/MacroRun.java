package org.tickmark.script.macro;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.api.script.ScriptVariable;

/** One run of a macro: which action comes next, and the values so far. A step is an action, whether it is done or not. */
final class MacroRun implements ScriptRun {
    private static final int BYTES_OF_CHAR = 2;

    private final MacroProgram program;
    private final ScriptCall call;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> results = new TreeMap<>();
    private int next;
    private long steps;
    private Duration time = Duration.ZERO;
    private ScriptState ended;
    private volatile boolean pauseWished;
    /** Whether it stands before the next action because it was asked to pause there. */
    private boolean paused;

    MacroRun(MacroProgram program, ScriptCall call) {
        this.program = program;
        this.call = call;
        values.putAll(call.parameters());
        call.event().ifPresent(event -> values.putAll(event.inputs()));
    }

    @Override
    public ScriptState advance() {
        Instant start = call.clock().instant();
        try {
            while (ended == null) {
                if (mustPause()) {
                    return ScriptState.PAUSED;
                }
                step(start);
            }
            return ended;
        } finally {
            time = time.plus(Duration.between(start, call.clock().instant()));
        }
    }

    private boolean mustPause() {
        if (call.observer().isEmpty() || next >= program.steps().size() || paused) {
            paused = false;
            return false;
        }
        boolean wish = call.observer().get().statement(next, 0) || pauseWished;
        pauseWished = false;
        paused = wish;
        return wish;
    }

    private void step(Instant start) {
        if (call.cancel().isCancelled()) {
            end(Outcome.CANCELLED, Optional.empty());
        } else if (next >= program.steps().size()) {
            end(Outcome.FINISHED, Optional.empty());
        } else {
            within(start)
                    .ifPresentOrElse(
                            limit -> end(Outcome.LIMIT, Optional.of(limit)),
                            () -> act(program.steps().get(next)));
        }
    }

    /** The limit that the next action would exceed. */
    private Optional<Problem> within(Instant start) {
        Duration spent = time.plus(Duration.between(start, call.clock().instant()));
        if (steps >= call.limits().steps()) {
            return Optional.of(limit("steps", call.limits().steps()));
        }
        if (spent.compareTo(call.limits().time()) > 0) {
            return Optional.of(limit("time", call.limits().time()));
        }
        if (memory() > call.limits().memory()) {
            return Optional.of(limit("memory", call.limits().memory()));
        }
        return Optional.empty();
    }

    private static Problem limit(String what, Object most) {
        return Texts.problem("script.limit", "limit", what)
                .expected("≤ " + most)
                .build();
    }

    private long memory() {
        return values.entrySet().stream()
                .mapToLong(entry -> (long) BYTES_OF_CHAR
                        * (entry.getKey().length() + entry.getValue().length()))
                .sum();
    }

    private void act(Step step) {
        steps++;
        try {
            if (step.condition().holds(values)) {
                done(step);
            }
            next++;
        } catch (TickmarkException e) {
            end(Outcome.FAILED, Optional.of(e.problem()));
        }
    }

    private void done(Step step) {
        List<String> pairs = new ArrayList<>();
        step.parameters().forEach((name, template) -> pairs.add(name + "=" + template.filled(values)));
        GrantedObject.Method run = program.actions().methods().get(0);
        List<?> left = (List<?>) program.actions().call(run, List.of(step.action(), pairs));
        for (Object pair : left) {
            String text = String.valueOf(pair);
            int equals = text.indexOf('=');
            set(step.name() + "." + text.substring(0, equals), text.substring(equals + 1));
        }
    }

    private void set(String name, String value) {
        values.put(name, value);
        results.put(name, value);
        call.observer().ifPresent(observer -> observer.changed(-1, new Value(name, value)));
    }

    private void end(Outcome outcome, Optional<Problem> problem) {
        ScriptPosition position = position();
        ended = ScriptState.ended(new ScriptEnd(
                outcome, "", problem.map(what -> new ScriptProblem(position, what.within(position.toString())))));
    }

    /** Where the next action stands; after the last, where that one does. */
    private ScriptPosition position() {
        List<Step> all = program.steps();
        return all.isEmpty()
                ? new ScriptPosition(program.source().name(), 1, 1)
                : all.get(Math.min(next, all.size() - 1)).position();
    }

    @Override
    public void pause() {
        pauseWished = true;
    }

    @Override
    public List<ScriptFrame> stack() {
        return List.of(new ScriptFrame("", position(), List.of()));
    }

    @Override
    public List<ScriptVariable> globals() {
        return values.entrySet().stream()
                .<ScriptVariable>map(entry -> new Value(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** An expression is a text as a parameter may be, or the name of a value. */
    @Override
    public ScriptVariable evaluate(int frame, String expression) {
        String value = values.get(expression);
        return new Value(expression, value != null ? value : new Template(expression).filled(values));
    }

    @Override
    public void assign(int frame, String variable, String expression) {
        if (!values.containsKey(variable)) {
            throw Texts.problem("macro.value", "value", variable)
                    .found(variable)
                    .expected(String.join(", ", values.keySet()))
                    .exception();
        }
        values.put(variable, new Template(expression).filled(values));
    }

    @Override
    public Map<String, String> results() {
        return new TreeMap<>(results);
    }

    @Override
    public ScriptUsage usage() {
        return new ScriptUsage(steps, time, memory(), 0);
    }

    /** A value by name. */
    private record Value(String name, String value) implements ScriptVariable {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String text() {
            return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        }

        @Override
        public List<ScriptVariable> children() {
            return List.of();
        }
    }
}

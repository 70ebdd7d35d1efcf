package org.tickmark.script.trigger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.script.Firing;
import org.tickmark.api.host.script.Firing.Outcome;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptEvent;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.kit.access.Owners;
import org.tickmark.script.condition.Condition;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Runner;

/** Fires one trigger on one occasion: runs its scripts, and says what came of it. It writes nothing itself, and never throws because of a script. */
final class Firer {
    private final Runner runner;
    private final Owners owners;
    private final Clock clock;

    Firer(Runner runner, Owners owners, Clock clock) {
        this.runner = runner;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * What scripts of earlier triggers on the same occasion left.
     *
     * @param changes the fields that they changed
     * @param state what they left for later ones
     */
    record Passed(Map<String, String> changes, Map<String, String> state) {
        Passed() {
            this(new TreeMap<>(), new TreeMap<>());
        }
    }

    /**
     * Fires a trigger.
     *
     * @param passed what was left so far, to which is added what is left now, unless it fails or blocks
     * @param allowed asked once its condition holds
     */
    Firing fire(
            TriggerDefinition trigger,
            Occasion on,
            Passed passed,
            ScriptOutput output,
            boolean dryRun,
            BooleanSupplier allowed) {
        Instant start = clock.instant();
        try {
            if (!Condition.parse(trigger.condition()).holds(on.values(passed.changes()))) {
                return firing(Outcome.SKIPPED, "", Map.of(), start);
            }
            if (!allowed.getAsBoolean()) {
                return firing(Outcome.LOOP, "", Map.of(), start);
            }
            return run(trigger, on, passed, output, dryRun, start);
        } catch (TickmarkException e) {
            return firing(Outcome.FAILED, e.problem().text(Locale.ENGLISH), Map.of(), start);
        } catch (RuntimeException e) {
            return firing(Outcome.FAILED, e.toString(), Map.of(), start);
        }
    }

    private Firing run(
            TriggerDefinition trigger, Occasion on, Passed passed, ScriptOutput output, boolean dryRun, Instant start) {
        Caller owner = owners.caller(trigger.owner(), Origin.SCRIPT);
        Map<String, String> changes = new TreeMap<>();
        Map<String, String> state = new TreeMap<>(passed.state());
        StringBuilder said = new StringBuilder();
        for (String script : trigger.scripts()) {
            Map<String, String> soFar = new TreeMap<>(passed.changes());
            soFar.putAll(changes);
            ScriptEvent event = on.asSeen(soFar, state);
            ScriptRequest request =
                    new ScriptRequest(script, Optional.empty(), Map.of(), "trigger/" + trigger.name(), dryRun);
            Order order = Order.of(owner, request, output, CancelToken.NEVER).on(event, start.plus(trigger.budget()));
            ScriptResult result = runner.run(on.event()
                    .map(id -> order.once("event/" + id + "/" + trigger.name()))
                    .orElse(order));
            requireGood(result);
            if (event.isBlocked() && on.phase() == Phase.BEFORE) {
                return firing(
                        Outcome.BLOCKED,
                        event.message().orElseGet(() -> Texts.message("blocked", trigger.name())
                                .text(owner.locale())),
                        Map.of(),
                        start);
            }
            requireChangeable(trigger, on, event);
            changes.putAll(event.outputs());
            state.putAll(event.state());
            event.message()
                    .ifPresent(text -> said.append(said.isEmpty() ? "" : " ").append(text));
        }
        passed.changes().putAll(changes);
        passed.state().putAll(state);
        return firing(outcome(on, changes), said.toString(), changes, start);
    }

    private static Outcome outcome(Occasion on, Map<String, String> changes) {
        if (on.phase() == Phase.AFTER) {
            return Outcome.REACTED;
        }
        return changes.isEmpty() ? Outcome.PASSED : Outcome.CHANGED;
    }

    private static void requireGood(ScriptResult result) {
        result.end().problem().ifPresent(found -> {
            throw found.problem().exception();
        });
        if (result.end().outcome() == ScriptEnd.Outcome.CANCELLED) {
            throw Texts.problem("trigger.cancelled", "cancelled", result.script())
                    .exception();
        }
    }

    private static void requireChangeable(TriggerDefinition trigger, Occasion on, ScriptEvent event) {
        for (String field : event.outputs().keySet()) {
            if (!on.changeable().contains(field)) {
                throw Texts.problem("trigger.field", "field", trigger.name(), field)
                        .found(field)
                        .expected(String.join(", ", on.changeable()))
                        .exception();
            }
        }
    }

    private Firing firing(Outcome outcome, String message, Map<String, String> changes, Instant start) {
        return new Firing(outcome, message, changes, Duration.between(start, clock.instant()));
    }
}

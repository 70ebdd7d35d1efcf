package org.tickmark.script.trigger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.Severity;
import org.tickmark.api.event.Event;
import org.tickmark.api.event.EventHandler;
import org.tickmark.api.event.Proposal;
import org.tickmark.api.event.Verdict;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.script.Firing;
import org.tickmark.api.host.script.Firing.Outcome;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.message.Message;
import org.tickmark.api.script.ScriptOutput;

/** The one event handler that carries out these triggers: those that are switched on, as they stood when it was made. Safe for use from many threads. */
public final class TriggerHandler implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerHandler.class);
    private static final String STREAM = "scripts";

    /** Highest priority first, then by name. */
    private static final Comparator<TriggerDefinition> ORDER =
            Comparator.comparingInt(TriggerDefinition::priority).reversed().thenComparing(TriggerDefinition::name);

    /** What scripts of triggers print is for nobody; what they log is for who looks after them. */
    private static final ScriptOutput QUIET = new ScriptOutput() {
        @Override
        public void print(String text) {}

        @Override
        public void log(Severity severity, String text) {
            LOG.info("{}", text);
        }
    };

    private final List<TriggerDefinition> triggers;
    private final Means means;

    /**
     * What the handlers of a process share.
     *
     * @param suspended told when the loop guard has switched a trigger off
     */
    record Means(
            Transactions transactions, Audit audit, Firer firer, LoopGuard guard, Clock clock, Runnable suspended) {}

    TriggerHandler(List<TriggerDefinition> triggers, Means means) {
        this.triggers = triggers.stream()
                .filter(TriggerDefinition::enabled)
                .sorted(ORDER)
                .toList();
        this.means = means;
    }

    /** The topics it is about; none if no trigger is switched on. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>();
        triggers.forEach(trigger -> topics.add(trigger.topic()));
        return topics;
    }

    private List<TriggerDefinition> of(Occasion on) {
        return triggers.stream()
                .filter(trigger -> trigger.phase() == on.phase() && matches(trigger.topic(), on.topic()))
                .toList();
    }

    static boolean matches(String pattern, String topic) {
        return pattern.endsWith("*")
                ? topic.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(topic);
    }

    @Override
    public Verdict before(Proposal proposal) {
        Occasion on = Occasion.of(proposal);
        Firer.Passed passed = new Firer.Passed();
        for (TriggerDefinition trigger : of(on)) {
            Firing firing = fired(trigger, on, passed);
            if (firing.outcome() == Outcome.BLOCKED) {
                return Verdict.block(Message.verbatim(firing.message()));
            }
            boolean isBroken = firing.outcome() == Outcome.FAILED || firing.outcome() == Outcome.LOOP;
            if (isBroken && trigger.onFailure() == OnFailure.BLOCK) {
                return Verdict.block(Texts.message("failed.blocks", trigger.name(), firing.message()));
            }
        }
        return passed.changes().isEmpty() ? Verdict.pass() : Verdict.change(new TreeMap<>(passed.changes()));
    }

    @Override
    public void after(Event event) {
        Occasion on = Occasion.of(event);
        Firer.Passed passed = new Firer.Passed();
        for (TriggerDefinition trigger : of(on)) {
            boolean isRepeated = means.transactions()
                    .reading(tx -> FiringTable.isFired(tx.connection(), trigger.name(), event.id()));
            if (!isRepeated) {
                fired(trigger, on, passed);
            }
        }
    }

    private Firing fired(TriggerDefinition trigger, Occasion on, Firer.Passed passed) {
        Firing firing = guarded(trigger, on, passed);
        if (firing.outcome() == Outcome.FAILED) {
            LOG.warn("Trigger {} failed on {}: {}", trigger.name(), on.topic(), firing.message());
        }
        if (firing.outcome() != Outcome.SKIPPED) {
            means.transactions().inTransaction(tx -> {
                FiringTable.add(
                        tx.connection(),
                        trigger.name(),
                        on,
                        firing,
                        means.clock().instant());
                return null;
            });
        }
        return firing;
    }

    private Firing guarded(TriggerDefinition trigger, Occasion on, Firer.Passed passed) {
        if (!means.guard().enter(trigger.name())) {
            return loop(Texts.message("loop.within", trigger.name()));
        }
        try {
            Firing firing = means.firer()
                    .fire(
                            trigger,
                            on,
                            passed,
                            QUIET,
                            false,
                            () -> on.phase() == Phase.BEFORE || means.guard().allows(trigger.name(), on.subject()));
            return firing.outcome() == Outcome.LOOP ? suspended(trigger, on) : firing;
        } finally {
            means.guard().leave(trigger.name());
        }
    }

    private static Firing loop(Message why) {
        return new Firing(Outcome.LOOP, why.text(Locale.ENGLISH), Map.of(), Duration.ZERO);
    }

    /** Switches a trigger off that fires too often; somebody has to look at it. */
    private Firing suspended(TriggerDefinition trigger, Occasion on) {
        Message why = Texts.message("loop.often", trigger.name(), on.subject());
        LOG.error("{}", why);
        means.transactions().inTransaction(tx -> {
            switchOff(tx, trigger.name(), why.text(Locale.ENGLISH));
            return null;
        });
        means.suspended().run();
        return loop(why);
    }

    private void switchOff(Tx tx, String name, String why) throws SQLException {
        Optional<TriggerDefinition> standing =
                TriggerTable.trigger(tx.connection(), name).filter(TriggerDefinition::enabled);
        if (standing.isPresent()) {
            Caller system = Caller.system();
            TriggerTable.save(
                    tx.connection(),
                    standing.get().enabled(false),
                    why,
                    system.identity(),
                    means.clock().instant());
            means.audit()
                    .append(
                            tx,
                            system,
                            new Audit.Act(STREAM, "trigger.suspend", "trigger/" + name, Map.of("reason", why)));
        }
    }
}

package org.tickmark.script.trigger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.script.EventKind;
import org.tickmark.api.host.script.Firing;
import org.tickmark.api.host.script.TriggerDefinition;
import org.tickmark.api.host.script.TriggerDefinition.OnFailure;
import org.tickmark.api.host.script.TriggerDefinition.Phase;
import org.tickmark.api.host.script.Triggers;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.kit.access.Owners;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.kit.json.JsonTexts;
import org.tickmark.script.condition.Condition;
import org.tickmark.script.run.Runner;
import org.tickmark.script.store.ScriptRules;
import org.tickmark.script.store.ScriptTable;

/** The triggers of the database, and the handler that carries them out. */
public final class StoredTriggers implements Triggers {
    private static final String STREAM = "scripts";
    private static final Duration LONGEST_BUDGET = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Consumer<TriggerHandler> changed;
    private final Runnable tellOthers;
    private final Firer firer;
    private final LoopGuard guard;

    /**
     * Triggers whose scripts are run so.
     *
     * @param changed takes the handler of the triggers as they stand now, in place of the one before
     * @param tellOthers called when a process has changed triggers, to tell the others that share the database
     */
    public StoredTriggers(
            Transactions transactions,
            Audit audit,
            Runner runner,
            Owners owners,
            Clock clock,
            Consumer<TriggerHandler> changed,
            Runnable tellOthers) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.changed = changed;
        this.tellOthers = tellOthers;
        this.firer = new Firer(runner, owners, clock);
        this.guard = new LoopGuard(clock);
    }

    /** Makes the handler anew from what the database holds; to be called at the start, and when another process has changed triggers. */
    public synchronized void reload() {
        List<TriggerDefinition> all = transactions.reading(tx -> TriggerTable.all(tx.connection()));
        changed.accept(new TriggerHandler(
                all, new TriggerHandler.Means(transactions, audit, firer, guard, clock, this::reloadAll)));
    }

    private void reloadAll() {
        reload();
        tellOthers.run();
    }

    // ---------------------------------------------------------------- reading

    @Override
    public Optional<TriggerDefinition> trigger(Caller caller, String name) {
        caller.require(Permission.SCRIPT_READ);
        return transactions.reading(tx -> TriggerTable.trigger(tx.connection(), name));
    }

    private static TickmarkException unknown(String name) {
        return Texts.problem("trigger.unknown", "unknown", name)
                .advice(Texts.message("unknown.advice"))
                .exception();
    }

    @Override
    public List<EventKind> events(Caller caller) {
        caller.require(Permission.SCRIPT_READ);
        return Catalogue.all();
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        caller.require(Permission.SCRIPT_READ);
        return TriggerText.write(transactions.reading(tx -> {
            if (names.isEmpty()) {
                return TriggerTable.all(tx.connection());
            }
            List<TriggerDefinition> definitions = new ArrayList<>();
            for (String name : names) {
                definitions.add(TriggerTable.trigger(tx.connection(), name).orElseThrow(() -> unknown(name)));
            }
            return definitions;
        }));
    }

    /** In whose name the scripts of a trigger run, if there is such a trigger. */
    public static Optional<String> owner(Tx tx, String name) throws SQLException {
        return TriggerTable.trigger(tx.connection(), name).map(TriggerDefinition::owner);
    }

    // ---------------------------------------------------------------- changing

    @Override
    public List<Problem> save(Caller caller, TriggerDefinition definition, boolean dryRun) {
        caller.require(Permission.TRIGGER_EDIT);
        List<Problem> warnings = transactions.inTransaction(tx -> saved(tx, caller, definition, dryRun));
        if (!dryRun) {
            guard.forgive(definition.name());
            reloadAll();
        }
        return warnings;
    }

    private List<Problem> saved(Tx tx, Caller caller, TriggerDefinition given, boolean dryRun) throws SQLException {
        TriggerDefinition definition = given.owner().isEmpty() ? given.ownedBy(caller.identity()) : given;
        String name = definition.name();
        require(definition);
        ScriptRules.requireOwner(caller, definition.owner(), name);
        TriggerTable.trigger(tx.connection(), name)
                .ifPresent(before -> ScriptRules.requireOwner(caller, before.owner(), name));
        if (!dryRun) {
            TriggerTable.save(tx.connection(), definition, "", caller.identity(), clock.instant());
            act(
                    tx,
                    caller,
                    "trigger.save",
                    name,
                    Map.of(
                            "topic", definition.topic(),
                            "phase", definition.phase().name(),
                            "scripts", String.join(" ", definition.scripts()),
                            "owner", definition.owner(),
                            "enabled", String.valueOf(definition.enabled())));
        }
        return warnings(tx, definition);
    }

    private static void require(TriggerDefinition definition) {
        String name = definition.name();
        check(name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"), name, "name", name, "A-Z a-z 0-9 . _ -");
        check(
                definition.topic().matches("[a-z][a-z0-9.-]*\\*?"),
                name,
                "topic",
                definition.topic(),
                "task.run.failed, task.*");
        check(!definition.scripts().isEmpty(), name, "scripts", "0", "1, 2, 3, …");
        check(
                !definition.budget().isNegative()
                        && !definition.budget().isZero()
                        && definition.budget().compareTo(LONGEST_BUDGET) <= 0,
                name,
                "budget",
                definition.budget().toString(),
                "≤ " + LONGEST_BUDGET);
        check(
                definition.onFailure() == OnFailure.PASS || definition.phase() == Phase.BEFORE,
                name,
                "on-failure",
                definition.onFailure().name(),
                OnFailure.PASS.name());
        Condition.parse(definition.condition());
    }

    private static void check(boolean right, String name, String id, String found, String expected) {
        if (!right) {
            throw Texts.problem("trigger.invalid", id + ".invalid")
                    .where("trigger " + name)
                    .found(found)
                    .expected(expected)
                    .exception();
        }
    }

    private static List<Problem> warnings(Tx tx, TriggerDefinition definition) throws SQLException {
        List<Problem> warnings = new ArrayList<>();
        if (Catalogue.of(definition).isEmpty()) {
            warnings.add(Problem.warning("trigger.topic", Texts.message("topic.unknown", definition.topic()))
                    .where("trigger " + definition.name())
                    .advice(Texts.message("topic.unknown.advice"))
                    .build());
        }
        for (String script : definition.scripts()) {
            if (ScriptTable.newest(tx.connection(), script).isEmpty()) {
                warnings.add(Problem.warning("trigger.script", Texts.message("script.unknown", script))
                        .where("trigger " + definition.name())
                        .build());
            }
        }
        return warnings;
    }

    @Override
    public void remove(Caller caller, String name, boolean dryRun) {
        caller.require(Permission.TRIGGER_EDIT);
        transactions.inTransaction(tx -> {
            TriggerDefinition standing =
                    TriggerTable.trigger(tx.connection(), name).orElseThrow(() -> unknown(name));
            ScriptRules.requireOwner(caller, standing.owner(), name);
            if (!dryRun) {
                TriggerTable.remove(tx.connection(), name);
                act(tx, caller, "trigger.remove", name, Map.of());
            }
            return null;
        });
        if (!dryRun) {
            reloadAll();
        }
    }

    @Override
    public void enable(Caller caller, String name, boolean enabled) {
        save(
                caller,
                transactions
                        .reading(tx -> TriggerTable.trigger(tx.connection(), name))
                        .orElseThrow(() -> unknown(name))
                        .enabled(enabled),
                false);
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        caller.require(Permission.TRIGGER_EDIT);
        List<TriggerText.Told> all = TriggerText.read(text, from);
        transactions.inTransaction(tx -> {
            for (TriggerText.Told told : all) {
                try {
                    saved(tx, caller, told.definition(), dryRun);
                } catch (TickmarkException e) {
                    throw e.problem().within(told.where()).exception(e);
                }
            }
            return null;
        });
        if (!dryRun) {
            reloadAll();
        }
        return all.stream().map(told -> told.definition().name()).toList();
    }

    private void act(Tx tx, Caller caller, String action, String name, Map<String, String> details)
            throws SQLException {
        audit.append(tx, caller, new Audit.Act(STREAM, action, "trigger/" + name, details));
    }

    // ---------------------------------------------------------------- trying

    @Override
    public Firing test(Caller caller, String name, Sample sample, ScriptOutput output) {
        caller.require(Permission.TRIGGER_EDIT);
        TriggerDefinition trigger = transactions
                .reading(tx -> TriggerTable.trigger(tx.connection(), name))
                .orElseThrow(() -> unknown(name));
        ScriptRules.requireOwner(caller, trigger.owner(), name);
        Optional<EventKind> kind = Catalogue.of(trigger);
        boolean isOfTopic = sample.equals(Sample.OF_TOPIC) && kind.isPresent();
        String topic = sample.topic().isEmpty() ? kind.map(EventKind::topic).orElse(trigger.topic()) : sample.topic();
        Occasion on = new Occasion(
                Optional.empty(),
                trigger.phase(),
                topic,
                isOfTopic ? kind.get().subject() : sample.subject(),
                caller.identity(),
                isOfTopic ? kind.get().sample() : sample.fields(),
                kind.map(EventKind::changeable).orElse(Set.of()));
        return firer.fire(trigger, on, new Firer.Passed(), output, true, () -> true);
    }

    @Override
    public Sample event(Caller caller, long id) {
        caller.require(Permission.TRIGGER_EDIT);
        return transactions
                .reading(tx -> Sql.on(tx.connection(), "select topic, subject, fields from event_v1 where id = ?")
                        .with(id)
                        .first(row ->
                                new Sample(row.text("topic"), row.text("subject"), JsonTexts.read(row.text("fields")))))
                .orElseThrow(() ->
                        Texts.problem("event.unknown", "event.unknown", id).exception());
    }
}

package org.tickmark.script;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.setting.Settings;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Runner;
import org.tickmark.script.store.Comparison;
import org.tickmark.script.store.Library;
import org.tickmark.script.store.ScriptRules;
import org.tickmark.script.store.ScriptTable;
import org.tickmark.script.store.ScriptText;
import org.tickmark.script.trigger.TriggerTable;

/** The scripts of the database. */
final class StoredScripts implements Scripts {
    private static final String STREAM = "scripts";

    private final Transactions transactions;
    private final Audit audit;
    private final Runner runner;
    private final Retention retention;
    private final Settings settings;
    private final Clock clock;

    StoredScripts(
            Transactions transactions,
            Audit audit,
            Runner runner,
            Retention retention,
            Settings settings,
            Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.runner = runner;
        this.retention = retention;
        this.settings = settings;
        this.clock = clock;
    }

    // ---------------------------------------------------------------- reading

    @Override
    public Optional<ScriptVersion> script(Caller caller, String name) {
        caller.require(Permission.SCRIPT_READ);
        return transactions.reading(tx -> ScriptTable.newest(tx.connection(), name));
    }

    @Override
    public ScriptVersion version(Caller caller, String name, int number) {
        caller.require(Permission.SCRIPT_READ);
        return transactions
                .reading(tx -> ScriptTable.version(tx.connection(), name, number))
                .orElseThrow(() -> Runner.unknown(name, Optional.of(number)));
    }

    @Override
    public List<ScriptVersion> versions(Caller caller, String name) {
        caller.require(Permission.SCRIPT_READ);
        List<ScriptVersion> versions = transactions.reading(tx -> ScriptTable.versions(tx.connection(), name));
        if (versions.isEmpty()) {
            throw Runner.unknown(name, Optional.empty());
        }
        return versions;
    }

    @Override
    public String diff(Caller caller, String name, int from, int to) {
        return Comparison.of(version(caller, name, from), version(caller, name, to));
    }

    @Override
    public List<String> usedBy(Caller caller, String name) {
        caller.require(Permission.SCRIPT_READ);
        return transactions.reading(tx -> Stream.concat(
                        ScriptTable.naming(tx.connection(), name).stream().map(user -> "script/" + user),
                        TriggerTable.running(tx.connection(), name).stream().map(user -> "trigger/" + user))
                .toList());
    }

    @Override
    public String exportText(Caller caller, List<String> names) {
        caller.require(Permission.SCRIPT_READ);
        return ScriptText.write(transactions.reading(tx -> {
            List<ScriptDefinition> definitions = new ArrayList<>();
            for (String name : names.isEmpty() ? ScriptTable.names(tx.connection()) : names) {
                definitions.add(ScriptTable.newest(tx.connection(), name)
                        .orElseThrow(() -> Runner.unknown(name, Optional.empty()))
                        .definition());
            }
            return definitions;
        }));
    }

    @Override
    public List<Grant> grants(Caller caller) {
        caller.require(Permission.SCRIPT_READ);
        return runner.grants().shown();
    }

    @Override
    public List<Action> actions(Caller caller) {
        caller.require(Permission.SCRIPT_READ);
        return runner.grants().shownActions();
    }

    // ---------------------------------------------------------------- changing

    @Override
    public Saved save(Caller caller, ScriptDefinition definition, boolean dryRun) {
        caller.require(Permission.SCRIPT_EDIT);
        Compilation compilation = checked(caller, definition, Map.of());
        boolean isRight = compilation.program().isPresent();
        return transactions.inTransaction(tx -> {
            Saved saved = saved(tx, caller, definition, dryRun || !isRight);
            return new Saved(saved.version(), saved.saved() && isRight, compilation.problems());
        });
    }

    @Override
    public Saved restore(Caller caller, String name, int number, boolean dryRun) {
        return save(caller, version(caller, name, number).definition(), dryRun);
    }

    /**
     * Checks a script outside any transaction, since a language may come from a plugin.
     *
     * @param together scripts that are saved with it, by name
     */
    private Compilation checked(Caller caller, ScriptDefinition definition, Map<String, ScriptDefinition> together) {
        ScriptRules.require(definition, runner.grants().names(), ScriptSettings.most(settings));
        ScriptRules.requireOwner(caller, definition.owner(), definition.name());
        Library library = name -> Optional.ofNullable(together.get(name)).or(() -> transactions
                .reading(tx -> ScriptTable.newest(tx.connection(), name))
                .map(ScriptVersion::definition));
        return library.compile(
                runner.languages().named(definition.language()),
                definition,
                runner.grants().described(definition));
    }

    /** Saves a script that is right, if it is new. */
    private Saved saved(Tx tx, Caller caller, ScriptDefinition definition, boolean dryRun) throws SQLException {
        String name = definition.name();
        Optional<ScriptVersion> standing = ScriptTable.newest(tx.connection(), name);
        standing.ifPresent(
                before -> ScriptRules.requireOwner(caller, before.definition().owner(), name));
        int before = standing.map(ScriptVersion::number).orElse(0);
        boolean isNew = !standing.map(ScriptVersion::definition).equals(Optional.of(definition));
        if (!isNew || dryRun) {
            return new Saved(before, isNew, List.of());
        }
        int number = ScriptTable.add(tx.connection(), definition, caller.identity(), clock.instant());
        act(tx, caller, "script.save", name, Map.of("version", String.valueOf(number), "owner", definition.owner()));
        return new Saved(number, true, List.of());
    }

    @Override
    public void remove(Caller caller, String name, boolean dryRun) {
        caller.require(Permission.SCRIPT_EDIT);
        transactions.inTransaction(tx -> {
            ScriptVersion standing =
                    ScriptTable.newest(tx.connection(), name).orElseThrow(() -> Runner.unknown(name, Optional.empty()));
            ScriptRules.requireOwner(caller, standing.definition().owner(), name);
            if (!dryRun) {
                ScriptTable.remove(tx.connection(), name);
                act(tx, caller, "script.remove", name, Map.of("version", String.valueOf(standing.number())));
            }
            return null;
        });
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        caller.require(Permission.SCRIPT_EDIT);
        List<ScriptText.Told> all = ScriptText.read(text, from);
        Map<String, ScriptDefinition> together = new HashMap<>();
        all.forEach(told -> together.put(told.definition().name(), told.definition()));
        for (ScriptText.Told told : all) {
            Problems.first(checked(caller, told.definition(), together).problems())
                    .ifPresent(problem -> {
                        throw problem.within(told.where()).exception();
                    });
        }
        transactions.inTransaction(tx -> {
            for (ScriptText.Told told : all) {
                saved(tx, caller, told.definition(), dryRun);
            }
            return null;
        });
        return all.stream().map(told -> told.definition().name()).toList();
    }

    private void act(Tx tx, Caller caller, String action, String name, Map<String, String> details)
            throws SQLException {
        audit.append(tx, caller, new Audit.Act(STREAM, action, "script/" + name, details));
    }

    // ---------------------------------------------------------------- running

    @Override
    public ScriptResult run(Caller caller, ScriptRequest request, ScriptOutput output, CancelToken cancel) {
        retention.forgetOld();
        return runner.run(Order.of(caller, request, output, cancel));
    }
}

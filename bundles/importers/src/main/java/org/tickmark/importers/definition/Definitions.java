package org.tickmark.importers.definition;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.host.imports.Imports.Format;
import org.tickmark.importers.definition.DefinitionsText.Told;
import org.tickmark.importers.definition.DefinitionsText.Whole;

/** The definitions in the database. Safe for use from many threads. */
public final class Definitions {
    private static final String STREAM = "import";

    private final Transactions transactions;
    private final Books books;
    private final Audit audit;
    private final Events events;
    private final DefinitionFolders folders;
    private final DefinitionRules rules;

    /**
     * Definitions.
     *
     * @param formats the formats that can be read just now
     */
    public Definitions(
            Transactions transactions,
            Books books,
            Audit audit,
            Events events,
            DefinitionFolders folders,
            Supplier<List<Format>> formats) {
        this.transactions = transactions;
        this.books = books;
        this.audit = audit;
        this.events = events;
        this.folders = folders;
        this.rules = new DefinitionRules(folders, formats);
    }

    /** Those that the caller may see, ordered by name. */
    public List<ImportDefinition> all(Caller caller) {
        caller.require(Permission.IMPORT_READ);
        return transactions.reading(tx -> DefinitionTable.all(tx.connection())).stream()
                .filter(definition -> caller.maySee(definition.unit()))
                .toList();
    }

    /** One that the caller may see. */
    public Optional<ImportDefinition> find(Caller caller, String name) {
        caller.require(Permission.IMPORT_READ);
        return transactions
                .reading(tx -> DefinitionTable.find(tx.connection(), name))
                .filter(definition -> caller.maySee(definition.unit()));
    }

    /**
     * Those of these names, in this order; all that the caller may see when no name is given.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code import.unknown} if there is none of a name
     */
    public List<ImportDefinition> named(Caller caller, List<String> names) {
        return names.isEmpty()
                ? all(caller)
                : names.stream()
                        .map(name -> find(caller, name).orElseThrow(() -> DefinitionProblems.unknown(name)))
                        .toList();
    }

    /** Adds one, or changes the one of this name; a dry run checks only. */
    public void save(Caller caller, ImportDefinition definition, boolean dryRun) {
        check(caller, definition, "import " + definition.name(), Map.of());
        if (dryRun) {
            transactions
                    .reading(tx -> DefinitionTable.find(tx.connection(), definition.name()))
                    .ifPresent(standing -> caller.require(Permission.IMPORT_EDIT, standing.unit()));
            return;
        }
        transactions.inTransaction(tx -> {
            save(tx, caller, definition);
            return definition;
        });
    }

    /** Removes one; a dry run checks only. */
    public void remove(Caller caller, String name, boolean dryRun) {
        ImportDefinition definition = find(caller, name).orElseThrow(() -> DefinitionProblems.unknown(name));
        caller.require(Permission.IMPORT_EDIT, definition.unit());
        if (dryRun) {
            return;
        }
        transactions.inTransaction(tx -> {
            DefinitionTable.delete(tx.connection(), name);
            tell(tx, caller, "definition.remove", "import.definition.removed", definition);
            return definition;
        });
    }

    /** Definitions as text. */
    public String exportText(Caller caller, List<String> names) {
        return DefinitionsText.write(named(caller, names));
    }

    /**
     * Saves those in a text, all or none; returns their names. A dry run takes the units that the same text sets up for there.
     */
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        Whole whole = DefinitionsText.read(text, from);
        Map<String, Set<String>> announced = dryRun ? whole.accounts() : Map.of();
        whole.imports().forEach(told -> check(caller, told.definition(), told.where(), announced));
        if (!dryRun) {
            transactions.inTransaction(tx -> {
                for (Told told : whole.imports()) {
                    save(tx, caller, told.definition());
                }
                return whole;
            });
        }
        return whole.imports().stream().map(told -> told.definition().name()).toList();
    }

    private void check(Caller caller, ImportDefinition definition, String where, Map<String, Set<String>> announced) {
        caller.require(Permission.IMPORT_EDIT, definition.unit());
        rules.check(definition, where);
        checkFolders(caller, definition);
        boolean unitIsThere = announced.containsKey(definition.unit())
                || books.unit(caller, definition.unit()).isPresent();
        if (!unitIsThere) {
            throw DefinitionProblems.invalid("unit", where)
                    .found(definition.unit())
                    .exception();
        }
        for (String code : definition.accounts()) {
            boolean isThere =
                    announced.getOrDefault(definition.unit(), Set.of()).contains(code)
                            || books.account(caller, definition.unit(), code).isPresent();
            if (!isThere) {
                throw DefinitionProblems.invalid("account", where)
                        .found(definition.unit() + "/" + code)
                        .exception();
            }
        }
    }

    /** Folders that stand may stay; who names others may name what is open to them, since what lies in the one goes to the other. */
    private void checkFolders(Caller caller, ImportDefinition definition) {
        boolean stand = transactions
                .reading(tx -> DefinitionTable.find(tx.connection(), definition.name()))
                .filter(standing -> standing.source().equals(definition.source())
                        && standing.archive().equals(definition.archive()))
                .isPresent();
        if (!stand) {
            given(caller, Path.of(definition.source()));
            given(caller, Path.of(definition.archive()));
        }
    }

    /**
     * Where a path leads that a caller gives; for who is elsewhere neither out of the open folders nor into those of a definition that they may not see.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code import.not-open}
     */
    public Path given(Caller caller, Path path) {
        Path place = folders.given(caller, path);
        if (DefinitionFolders.isElsewhere(caller)) {
            transactions.reading(tx -> DefinitionTable.all(tx.connection())).stream()
                    .filter(definition -> !caller.maySee(definition.unit()) && folders.isOf(definition, place))
                    .findFirst()
                    .ifPresent(others -> {
                        throw folders.notOpen(path);
                    });
        }
        return place;
    }

    private void save(Tx tx, Caller caller, ImportDefinition definition) throws SQLException {
        Optional<ImportDefinition> standing = DefinitionTable.find(tx.connection(), definition.name());
        if (standing.isEmpty()) {
            DefinitionTable.insert(tx.connection(), definition);
        } else if (standing.get().equals(definition)) {
            return;
        } else {
            caller.require(Permission.IMPORT_EDIT, standing.get().unit());
            DefinitionTable.update(tx.connection(), definition);
        }
        tell(tx, caller, "definition.save", "import.definition.saved", definition);
    }

    private void tell(Tx tx, Caller caller, String action, String topic, ImportDefinition definition)
            throws SQLException {
        Map<String, String> details = Map.of(
                "unit", definition.unit(),
                "format", definition.format().orElse(""),
                "source", definition.source(),
                "archive", definition.archive(),
                "background", String.valueOf(definition.background()));
        String subject = "import/" + definition.name();
        audit.append(tx, caller, new Audit.Act(STREAM, action, subject, details));
        events.record(tx, caller, topic, subject, details);
    }
}

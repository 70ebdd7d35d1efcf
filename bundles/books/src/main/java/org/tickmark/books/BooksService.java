package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.EntryGuard;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.message.Message;
import org.tickmark.books.BooksText.AccountText;
import org.tickmark.books.BooksText.UnitText;

/** The books in the database. */
@Component(service = Books.class)
public final class BooksService implements Books {
    private static final String STREAM = "books";

    private final Transactions transactions;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final List<EntryGuard> guards = new CopyOnWriteArrayList<>();

    @Activate
    public BooksService(
            @Reference(target = "(tickmark.schema=org.tickmark.books)") Transactions transactions,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGuard(EntryGuard guard) {
        guards.add(guard);
    }

    void removeGuard(EntryGuard guard) {
        guards.remove(guard);
    }

    @Override
    public List<Unit> units(Caller caller) {
        caller.require(Permission.BOOKS_READ);
        return transactions.reading(tx -> UnitTable.all(tx.connection())).stream()
                .filter(unit -> caller.maySee(unit.code()))
                .toList();
    }

    @Override
    public Optional<Unit> unit(Caller caller, String code) {
        caller.require(Permission.BOOKS_READ);
        return caller.maySee(code)
                ? transactions.reading(tx -> UnitTable.find(tx.connection(), code))
                : Optional.empty();
    }

    @Override
    public void save(Caller caller, Unit unit) {
        transactions.inTransaction(tx -> {
            save(tx, caller, unit, "unit " + unit.code());
            return unit;
        });
    }

    private void save(Tx tx, Caller caller, Unit unit, String where) throws SQLException {
        caller.require(Permission.BOOKS_EDIT, unit.code());
        BooksRules.check(unit, where);
        Optional<Unit> standing = UnitTable.find(tx.connection(), unit.code());
        if (standing.isEmpty()) {
            UnitTable.insert(tx.connection(), unit);
        } else if (standing.get().equals(unit)) {
            return;
        } else {
            UnitTable.update(tx.connection(), unit);
        }
        Map<String, String> details =
                Map.of("name", unit.name(), "organisation", unit.organisation(), "currency", unit.currency());
        tell(tx, caller, "unit.save", "books.unit.saved", subject(unit.code()), details);
    }

    @Override
    public void removeUnit(Caller caller, String code) {
        caller.require(Permission.BOOKS_EDIT, code);
        transactions.inTransaction(tx -> {
            Unit unit = requireUnit(tx.connection(), code, "unit " + code);
            if (UnitTable.hasAccounts(tx.connection(), code)) {
                throw inUse("unit.in-use", "unit " + code);
            }
            UnitTable.delete(tx.connection(), code);
            tell(tx, caller, "unit.remove", "books.unit.removed", subject(code), Map.of("name", unit.name()));
            return unit;
        });
    }

    @Override
    public List<Account> accounts(Caller caller) {
        caller.require(Permission.BOOKS_READ);
        return transactions.reading(tx -> AccountTable.all(tx.connection())).stream()
                .filter(account -> caller.maySee(account.unit()))
                .toList();
    }

    @Override
    public Optional<Account> account(Caller caller, String unit, String code) {
        caller.require(Permission.BOOKS_READ);
        return caller.maySee(unit)
                ? transactions.reading(tx -> AccountTable.find(tx.connection(), unit, code))
                : Optional.empty();
    }

    @Override
    public Account save(Caller caller, Account account) {
        return transactions.inTransaction(tx -> save(tx, caller, account, place(account)));
    }

    private Account save(Tx tx, Caller caller, Account account, String where) throws SQLException {
        caller.require(Permission.BOOKS_EDIT, account.unit());
        BooksRules.check(account, where);
        Connection connection = tx.connection();
        requireUnit(connection, account.unit(), where);
        Optional<Account> standing = AccountTable.find(connection, account.unit(), account.code());
        Account saved = withId(account, standing.map(Account::id).orElse(0L));
        if (standing.isPresent() && standing.get().equals(saved)) {
            return saved;
        }
        requireUnambiguous(connection, saved, where);
        if (standing.isPresent()) {
            requireChangeable(connection, standing.get(), saved, where);
            AccountTable.update(connection, saved);
        } else {
            saved = withId(account, AccountTable.insert(connection, account));
        }
        tell(tx, caller, "account.save", "books.account.saved", subject(saved), details(saved));
        return saved;
    }

    @Override
    public void removeAccount(Caller caller, String unit, String code) {
        caller.require(Permission.BOOKS_EDIT, unit);
        transactions.inTransaction(tx -> {
            Account account = AccountTable.find(tx.connection(), unit, code)
                    .orElseThrow(() -> unknown("account.unknown", place(unit, code)));
            AccountTable.lock(tx.connection(), List.of(account.id()));
            if (AccountTable.hasStatements(tx.connection(), account.id())) {
                throw inUse("account.in-use", place(account));
            }
            AccountTable.delete(tx.connection(), account.id());
            tell(tx, caller, "account.remove", "books.account.removed", subject(account), details(account));
            return account;
        });
    }

    @Override
    public Optional<Account> find(Tx tx, String unit, AccountId identification) throws SQLException {
        return AccountTable.find(tx.connection(), unit, identification);
    }

    @Override
    public Appended append(Tx tx, Caller caller, BookedFile file) throws SQLException {
        file.statements()
                .forEach(statement -> caller.require(
                        Permission.IMPORT_RUN, statement.account().unit()));
        Appending appending = new Appending(tx.connection(), file);
        Appended appended = appending.append();
        for (Map.Entry<Account, LocalDate> booked : appending.earliest().entrySet()) {
            for (EntryGuard guard : guards) {
                guard.beforeBooking(tx, caller, booked.getKey(), booked.getValue());
            }
        }
        appending.stamp(clock.instant());
        return appended;
    }

    @Override
    public long remove(Tx tx, Caller caller, long fileId, String reason) throws SQLException {
        Removal removal = new Removal(tx, fileId, clock);
        removal.lockUnits().forEach(unit -> caller.require(Permission.IMPORT_UNDO, unit));
        return removal.remove(caller, List.copyOf(guards), reason);
    }

    @Override
    public long removable(Tx tx, Caller caller, long fileId) throws SQLException {
        Removal removal = new Removal(tx, fileId, clock);
        removal.units().forEach(unit -> caller.require(Permission.IMPORT_UNDO, unit));
        return removal.check(List.copyOf(guards));
    }

    @Override
    public List<Message> removalWouldUndo(Tx tx, long fileId) throws SQLException {
        return new Removal(tx, fileId, clock).wouldUndo(List.copyOf(guards));
    }

    @Override
    public String exportText(Caller caller, List<String> units) {
        List<Unit> wanted = units.isEmpty()
                ? units(caller)
                : units.stream().map(code -> requireUnit(caller, code)).toList();
        return BooksText.write(wanted, accounts(caller));
    }

    private Unit requireUnit(Caller caller, String code) {
        return unit(caller, code).orElseThrow(() -> unknown("unit.unknown", "unit " + code));
    }

    @Override
    public List<String> importText(Caller caller, String text, String from, boolean dryRun) {
        List<UnitText> told = BooksText.read(text, from);
        try {
            transactions.inTransaction(tx -> {
                for (UnitText one : told) {
                    save(tx, caller, one);
                }
                if (dryRun) {
                    throw new NotKept();
                }
                return told;
            });
        } catch (NotKept e) {
            // The text was found right, and the transaction rolled back.
        }
        return told.stream().map(one -> one.unit().code()).toList();
    }

    private void save(Tx tx, Caller caller, UnitText told) throws SQLException {
        save(tx, caller, told.unit(), told.where());
        for (AccountText account : told.accounts()) {
            save(tx, caller, account.account(), account.where());
        }
    }

    /** Ends a transaction that only tried out whether it could be done. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKept() {
            super("tried out", null, false, false);
        }
    }

    private static Account withId(Account account, long id) {
        return new Account(
                id,
                account.unit(),
                account.code(),
                account.side(),
                account.identification(),
                account.currency(),
                account.name());
    }

    private static Unit requireUnit(Connection connection, String code, String where) throws SQLException {
        return UnitTable.find(connection, code).orElseThrow(() -> unknown("unit.unknown", where));
    }

    /** Of two accounts that files name alike, none could be told from the other. */
    private static void requireUnambiguous(Connection connection, Account account, String where) throws SQLException {
        Optional<Account> other = AccountTable.find(connection, account.unit(), account.identification())
                .filter(found -> !found.code().equals(account.code()));
        if (other.isPresent()) {
            throw BooksProblems.invalid("number.taken", where)
                    .found(other.get().code())
                    .exception();
        }
    }

    /** What its entries were booked under cannot change below them. */
    private static void requireChangeable(Connection connection, Account standing, Account changed, String where)
            throws SQLException {
        boolean same = standing.side() == changed.side() && standing.currency().equals(changed.currency());
        if (!same && AccountTable.hasStatements(connection, standing.id())) {
            throw inUse("account.fixed", where);
        }
    }

    private static TickmarkException unknown(String rule, String where) {
        return BooksProblems.invalid(rule, where).exception();
    }

    private static TickmarkException inUse(String rule, String where) {
        return Problem.error(BooksProblems.IN_USE, BooksProblems.message(rule))
                .where(where)
                .advice(BooksProblems.message(rule + ".advice"))
                .exception();
    }

    private void tell(Tx tx, Caller caller, String action, String topic, String subject, Map<String, String> details)
            throws SQLException {
        audit.append(tx, caller, new Audit.Act(STREAM, action, subject, details));
        events.record(tx, caller, topic, subject, details);
    }

    private static String place(Account account) {
        return place(account.unit(), account.code());
    }

    private static String place(String unit, String code) {
        return "account " + unit + "/" + code;
    }

    private static String subject(String unit) {
        return "unit/" + unit;
    }

    private static String subject(Account account) {
        return "account/" + account.unit() + "/" + account.code();
    }

    private static Map<String, String> details(Account account) {
        return Map.of(
                "name", account.name(),
                "side", account.side().name(),
                "scheme", account.identification().scheme().name(),
                "currency", account.currency());
    }
}

package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.reconciliation.Periods;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.api.host.reconciliation.SignOff;
import org.tickmark.api.host.reconciliation.SignOff.Deed;
import org.tickmark.api.host.reconciliation.SignOff.State;
import org.tickmark.api.message.Message;
import org.tickmark.kit.hash.Sha256;
import org.tickmark.reconciliation.SignOffTable.Saved;
import org.tickmark.reconciliation.SignOffTable.Statement;
import org.tickmark.reconciliation.engine.AddedKinds;
import org.tickmark.reconciliation.engine.Wording;

/** Locks and sign-offs on the tables of this bundle. Whoever changes them holds the group's row, as whoever changes its matches does. */
final class PeriodWork implements Periods {
    private static final Set<State> UNDER_WAY = EnumSet.of(State.PREPARED, State.REVIEWED);

    private final Transactions transactions;
    private final Groups groups;
    private final Reporting reporting;
    private final Acts acts;
    private final Clock clock;

    PeriodWork(Transactions transactions, AddedKinds kinds, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.groups = new Groups(transactions, kinds, audit, events, clock);
        this.reporting = new Reporting(transactions, kinds, audit, clock);
        this.acts = new Acts(audit, events);
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> lockedThrough(Caller caller, String name) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> LockTable.through(
                tx.connection(), Groups.require(tx.connection(), name).id()));
    }

    @Override
    public void lock(Caller caller, String name, LocalDate through, String reason) {
        Acts.requireReason(reason);
        groups.require(caller, name, Permission.RECONCILIATION_LOCK);
        transactions.inTransaction(tx -> {
            GroupTable.Saved group = held(tx.connection(), name);
            requireLater(group, through, LockTable.hold(tx.connection(), group.id()));
            setLock(tx, caller, group, Optional.of(through), reason);
            return group;
        });
    }

    @Override
    public void unlock(Caller caller, String name, Optional<LocalDate> through, String reason) {
        Acts.requireReason(reason);
        groups.require(caller, name, Permission.RECONCILIATION_LOCK);
        transactions.inTransaction(tx -> {
            GroupTable.Saved group = held(tx.connection(), name);
            Optional<LocalDate> before = LockTable.hold(tx.connection(), group.id());
            if (before.isEmpty()
                    || through.filter(day -> !day.isBefore(before.get())).isPresent()) {
                throw lockDay("lock.not-locked", group.name()).exception();
            }
            requireNoneClosedAfter(tx.connection(), group, through);
            setLock(tx, caller, group, through, reason);
            return group;
        });
    }

    private static GroupTable.Saved held(Connection connection, String name) throws SQLException {
        GroupTable.lock(connection, Groups.require(connection, name).id());
        return Groups.require(connection, name);
    }

    private void requireLater(GroupTable.Saved group, LocalDate through, Optional<LocalDate> before) {
        if (before.filter(day -> !through.isAfter(day)).isPresent()) {
            throw lockDay("lock.already", group.name(), Wording.date(before.get()))
                    .exception();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!through.isBefore(today)) {
            throw lockDay("lock.not-passed", Wording.date(through), Wording.date(today))
                    .exception();
        }
    }

    private static Problem.Builder lockDay(String text, Object... arguments) {
        return Problem.error("rec.lock-day", Texts.message(text, arguments));
    }

    private static void requireNoneClosedAfter(
            Connection connection, GroupTable.Saved group, Optional<LocalDate> through) throws SQLException {
        for (SignOff signOff : new SignOffTable(connection).all(group.id())) {
            boolean isBeyond =
                    through.map(day -> signOff.through().isAfter(day)).orElse(true);
            if (signOff.state() == State.CLOSED && isBeyond) {
                throw Problem.error(
                                "rec.closed",
                                Texts.message("lock.closed", signOff.id(), Wording.date(signOff.through())))
                        .where("sign-off/" + signOff.id())
                        .advice(Texts.message("lock.closed.advice", signOff.id()))
                        .exception();
            }
        }
    }

    private void setLock(Tx tx, Caller caller, GroupTable.Saved group, Optional<LocalDate> through, String reason)
            throws SQLException {
        LockTable.set(tx.connection(), group.id(), through);
        Map<String, String> fields = Acts.fields(group.name(), group.unit());
        fields.put("through", through.map(LocalDate::toString).orElse(""));
        fields.put("reason", reason);
        acts.record(tx, caller, "group.lock", "reconciliation.group.locked", "group/" + group.name(), fields);
    }

    @Override
    public List<SignOff> signOffs(Caller caller, String name) {
        groups.require(caller, name, Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> new SignOffTable(tx.connection())
                .all(Groups.require(tx.connection(), name).id()));
    }

    @Override
    public SignOff prepare(Caller caller, String name, LocalDate through) {
        groups.require(caller, name, Permission.RECONCILIATION_SIGN);
        Reporting.Page page = reporting.page(name, through, caller.locale());
        return transactions.inTransaction(tx -> {
            GroupTable.Saved group = held(tx.connection(), name);
            requireLater(group, through, LockTable.through(tx.connection(), group.id()));
            SignOffTable table = new SignOffTable(tx.connection());
            table.all(group.id()).stream()
                    .filter(other -> UNDER_WAY.contains(other.state()))
                    .findFirst()
                    .ifPresent(PeriodWork::refuseSecond);
            DayCounts counts = proven(tx.connection(), group, through);
            requireSame(group, counts, page.counts());
            Statement statement = new Statement(page.html(), Sha256.hex(page.html()), counts.hash());
            long id = table.insert(group, through, statement, deed(caller));
            return told(tx, caller, id, "sign-off.prepare", "");
        });
    }

    /** The page was made before the group was held. */
    private static void requireSame(GroupTable.Saved group, DayCounts now, DayCounts onThePage) {
        if (!now.hash().equals(onThePage.hash())) {
            throw Problem.error("rec.busy", Texts.message("group.busy", group.name()))
                    .where(group.name())
                    .advice(Texts.message("group.busy.advice"))
                    .exception();
        }
    }

    private static void refuseSecond(SignOff other) {
        throw signOffProblem(other, "sign-off.under-way").exception();
    }

    /** What counts on a day; refused if it is not proven. */
    private static DayCounts proven(Connection connection, GroupTable.Saved group, LocalDate day) throws SQLException {
        DayCounts counts = DayCounts.of(connection, group, day);
        if (counts.proof().filter(Proof::ok).isEmpty()) {
            throw notProven(group, day);
        }
        return counts;
    }

    private static TickmarkException notProven(GroupTable.Saved group, LocalDate day) {
        return Problem.error("rec.not-proven", Texts.message("sign-off.not-proven", group.name(), Wording.date(day)))
                .where(group.name())
                .advice(Texts.message("sign-off.not-proven.advice", group.name(), day.toString()))
                .exception();
    }

    @Override
    public SignOff review(Caller caller, long id) {
        return step(caller, id, Permission.RECONCILIATION_SIGN, (tx, saved, group) -> {
            require(saved.signOff(), State.PREPARED, "sign-off.not-prepared");
            requireAnother(caller, saved.signOff());
            requireUnchanged(tx.connection(), saved, group);
            new SignOffTable(tx.connection()).review(id, deed(caller));
            return told(tx, caller, id, "sign-off.review", "");
        });
    }

    private static void requireAnother(Caller caller, SignOff signOff) {
        if (signOff.prepared().by().equals(caller.identity())) {
            throw Problem.error("rec.same-person", Texts.message("sign-off.same-person", caller.identity()))
                    .where(place(signOff.id()))
                    .advice(Texts.message("sign-off.same-person.advice"))
                    .exception();
        }
    }

    @Override
    public SignOff sendBack(Caller caller, long id, String reason) {
        Acts.requireReason(reason);
        return step(caller, id, Permission.RECONCILIATION_SIGN, (tx, saved, group) -> {
            if (!UNDER_WAY.contains(saved.signOff().state())) {
                throw signOffProblem(saved.signOff(), "sign-off.not-under-way").exception();
            }
            new SignOffTable(tx.connection()).end(id, State.SENT_BACK, deed(caller), reason);
            return told(tx, caller, id, "sign-off.send-back", reason);
        });
    }

    @Override
    public SignOff close(Caller caller, long id) {
        return step(caller, id, Permission.RECONCILIATION_LOCK, (tx, saved, group) -> {
            require(saved.signOff(), State.REVIEWED, "sign-off.not-reviewed");
            Optional<LocalDate> before = LockTable.hold(tx.connection(), group.id());
            requireLater(group, saved.signOff().through(), before);
            requireUnchanged(tx.connection(), saved, group);
            new SignOffTable(tx.connection()).close(id, deed(caller), before);
            LockTable.set(
                    tx.connection(), group.id(), Optional.of(saved.signOff().through()));
            return told(tx, caller, id, "sign-off.close", "");
        });
    }

    @Override
    public SignOff reopen(Caller caller, long id, String reason) {
        Acts.requireReason(reason);
        return step(caller, id, Permission.RECONCILIATION_LOCK, (tx, saved, group) -> {
            require(saved.signOff(), State.CLOSED, "sign-off.not-closed");
            LocalDate locked = LockTable.hold(tx.connection(), group.id()).orElseThrow();
            if (locked.isAfter(saved.signOff().through())) {
                throw Problem.error("rec.closed", Texts.message("sign-off.later", group.name(), Wording.date(locked)))
                        .where(place(id))
                        .advice(Texts.message("sign-off.later.advice"))
                        .exception();
            }
            new SignOffTable(tx.connection()).end(id, State.REOPENED, deed(caller), reason);
            LockTable.set(tx.connection(), group.id(), saved.lockedBefore());
            return told(tx, caller, id, "sign-off.reopen", reason);
        });
    }

    @Override
    public String statement(Caller caller, long id) {
        caller.require(Permission.RECONCILIATION_READ);
        return transactions.reading(tx -> {
            find(tx.connection(), caller, id);
            return new SignOffTable(tx.connection()).statement(id);
        });
    }

    /** A step of a sign-off, while nobody else changes its group. */
    @FunctionalInterface
    private interface Step {
        SignOff on(Tx tx, Saved saved, GroupTable.Saved group) throws SQLException;
    }

    private SignOff step(Caller caller, long id, Permission permission, Step step) {
        caller.require(permission);
        return transactions.inTransaction(tx -> {
            String name = find(tx.connection(), caller, id).signOff().group();
            GroupTable.Saved group = held(tx.connection(), name);
            return step.on(tx, find(tx.connection(), caller, id), group);
        });
    }

    private static Saved find(Connection connection, Caller caller, long id) throws SQLException {
        return new SignOffTable(connection)
                .find(id)
                .filter(saved -> caller.maySee(saved.signOff().unit()))
                .orElseThrow(() -> Undoing.unknown("sign-off", id));
    }

    private static void require(SignOff signOff, State state, String text) {
        if (signOff.state() != state) {
            throw signOffProblem(signOff, text).exception();
        }
    }

    private static Problem.Builder signOffProblem(SignOff signOff, String text) {
        return Problem.error("rec.sign-off", Texts.message(text, signOff.id(), signOff.group(), word(signOff.state())))
                .where(place(signOff.id()));
    }

    private static Message word(State state) {
        return Texts.message(
                "sign-off.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static void requireUnchanged(Connection connection, Saved saved, GroupTable.Saved group)
            throws SQLException {
        SignOff signOff = saved.signOff();
        if (!proven(connection, group, signOff.through()).hash().equals(saved.contentsHash())) {
            throw Problem.error(
                            "rec.changed",
                            Texts.message("sign-off.changed", group.name(), Wording.date(signOff.through())))
                    .where(place(signOff.id()))
                    .advice(Texts.message("sign-off.changed.advice"))
                    .exception();
        }
    }

    private SignOff told(Tx tx, Caller caller, long id, String action, String reason) throws SQLException {
        SignOff signOff =
                new SignOffTable(tx.connection()).find(id).orElseThrow().signOff();
        Map<String, String> fields = Acts.fields(signOff.group(), signOff.unit());
        fields.put("through", signOff.through().toString());
        fields.put("state", signOff.state().name());
        fields.put("statement", signOff.statementHash());
        if (!reason.isEmpty()) {
            fields.put("reason", reason);
        }
        acts.record(tx, caller, action, "reconciliation.sign-off.changed", place(id), fields);
        return signOff;
    }

    private Deed deed(Caller caller) {
        return new Deed(caller.identity(), clock.instant());
    }

    private static String place(long id) {
        return "sign-off/" + id;
    }
}

package org.tickmark.reconciliation;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.EntryGuard;
import org.tickmark.api.message.Message;
import org.tickmark.reconciliation.engine.Wording;

/** Dissolves matches whose entries are about to leave the books; keeps entries from coming to, or leaving, a period that is locked. */
@Component
public final class MatchGuard implements EntryGuard {
    private final Undoing undoing;

    @Activate
    public MatchGuard(
            @Reference(target = "(tickmark.schema=org.tickmark.reconciliation)") Transactions transactions,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.undoing = new Undoing(transactions, audit, events, clock);
    }

    @Override
    public void beforeRemoval(Tx tx, Caller caller, List<Long> entryIds, String reason) throws SQLException {
        undoing.entries(tx, caller, entryIds, reason);
    }

    @Override
    public void checkRemoval(Tx tx, List<Long> entryIds) throws SQLException {
        Undoing.requireOpen(tx.connection(), entryIds);
    }

    @Override
    public List<Message> wouldUndo(Tx tx, List<Long> entryIds) throws SQLException {
        return new MatchTable(tx.connection())
                .placesOfEntries(entryIds).stream()
                        .map(place -> Texts.message(
                                "match.would-go", place.id(), place.group(), Wording.date(place.effective())))
                        .toList();
    }

    @Override
    public void beforeBooking(Tx tx, Caller caller, Account account, LocalDate earliest) throws SQLException {
        for (GroupTable.Saved group : GroupTable.ofAccount(tx.connection(), account)) {
            LockTable.hold(tx.connection(), group.id());
            PeriodLock.of(tx.connection(), group.id(), group.name()).requireOpen(account, earliest);
        }
    }
}

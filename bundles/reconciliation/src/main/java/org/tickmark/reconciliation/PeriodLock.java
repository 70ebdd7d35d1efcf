package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.reconciliation.engine.Wording;

/**
 * What the lock of a group forbids: changing what counts on or before the day that it is locked through.
 *
 * @param group name of the group
 * @param through the day; empty if nothing is locked
 */
record PeriodLock(String group, Optional<LocalDate> through) {
    static PeriodLock of(Connection connection, long groupId, String group) throws SQLException {
        return new PeriodLock(group, LockTable.through(connection, groupId));
    }

    /** From which day a match counts at the earliest. */
    Optional<LocalDate> firstDay() {
        return through.map(day -> day.plusDays(1));
    }

    /** Whether what counts on a day stays as it is. */
    boolean covers(LocalDate day) {
        return through.filter(last -> !day.isAfter(last)).isPresent();
    }

    /** Refuses to take back a match that counts on a locked day. */
    void requireOpen(long match, LocalDate effective) {
        if (covers(effective)) {
            throw refused("lock.match", match, Wording.date(effective), group, last())
                    .where("match/" + match)
                    .exception();
        }
    }

    /** Refuses to take back a run of whose matches some count on a locked day. */
    void requireOpenRun(Connection connection, long run) throws SQLException {
        if (through.isEmpty()) {
            return;
        }
        long locked = Sql.on(connection, """
                        select count(*) as matches from recon_match where run_id = ? and undone_at is null and effective <= ?""").with(run, through.get()).one(row -> row.number("matches"));
        if (locked > 0) {
            throw refused("lock.run", run, locked, group, last())
                    .where("run/" + run)
                    .exception();
        }
    }

    /** Refuses that entries leave the accounts of the group that were booked on a locked day. */
    void requireOpenEntries(Connection connection, List<Long> accounts, List<Long> entries) throws SQLException {
        if (through.isEmpty()) {
            return;
        }
        long locked = Sql.on(
                        connection,
                        "select count(*) as entries from " + Known.NOW.entriesBy("entry_id")
                                + " where e.account_id = any(?) and e.status = 'BOOKED' and e.booking_date <= ?")
                .with(Sql.longs(entries), Sql.longs(accounts), through.get())
                .one(row -> row.number("entries"));
        if (locked > 0) {
            throw refused("lock.entries", locked, group, last())
                    .where("group/" + group)
                    .exception();
        }
    }

    /** Refuses that entries come to an account of the group that are booked on a locked day. */
    void requireOpen(Account account, LocalDate earliest) {
        if (covers(earliest)) {
            throw Problem.error(
                            ErrorClass.E6.code("period-lock"),
                            Texts.message("lock.booking", account.code(), group, last()))
                    .where("account " + account.unit() + "/" + account.code())
                    .found(earliest.toString())
                    .expected("> " + through.orElseThrow())
                    .advice(Texts.message("lock.booking.advice"))
                    .exception();
        }
    }

    private Problem.Builder refused(String text, Object... arguments) {
        return Problem.error("rec.period-lock", Texts.message(text, arguments))
                .advice(Texts.message("lock.advice", group));
    }

    private Object last() {
        return Wording.date(through.orElseThrow());
    }
}

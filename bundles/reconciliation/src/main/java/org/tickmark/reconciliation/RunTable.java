package org.tickmark.reconciliation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.reconciliation.GroupRun;
import org.tickmark.kit.jdbc.Row;
import org.tickmark.kit.jdbc.Sql;

/** The table {@code recon_run}. */
final class RunTable {
    private static final String SELECT = """
            select id, group_id, group_name, group_version, unit_code, rules, caller, origin, scheduled, as_of, started_at, finished_at,
              matches, bank_matched, ledger_matched, proof from recon_run""";

    private RunTable() {}

    /**
     * A run as it is kept.
     *
     * @param id its key
     * @param groupId key of the group
     * @param group name of the group
     * @param version version of the group's definition
     * @param unit code of the unit
     * @param rules the rules applied, as definition text
     * @param caller identity of who ran it
     * @param origin the door
     * @param scheduled whether it was a scheduled run
     * @param asOf the last booking date that took part, if one was given
     * @param startedAt when it began
     * @param finishedAt when it ended
     * @param matches how many matches it made
     */
    record Run(
            long id,
            long groupId,
            String group,
            int version,
            String unit,
            String rules,
            String caller,
            String origin,
            boolean scheduled,
            Optional<LocalDate> asOf,
            Instant startedAt,
            Instant finishedAt,
            long matches) {}

    /** How the proof of a run ended. */
    enum ProofState {
        OK,
        FAILED,
        NONE
    }

    /**
     * What is known of a run when it begins.
     *
     * @param group the group
     * @param rules the rules applied, as definition text
     * @param caller who runs it
     * @param scheduled whether it is a scheduled run
     * @param asOf the last booking date that takes part, if one was given
     * @param startedAt when it began
     */
    record Start(
            GroupTable.Saved group,
            String rules,
            Caller caller,
            boolean scheduled,
            Optional<LocalDate> asOf,
            Instant startedAt) {}

    static long insert(Connection connection, Start start, Instant finishedAt) throws SQLException {
        return Sql.on(connection, """
                        insert into recon_run (group_id, group_name, group_version, unit_code, rules, caller, origin, scheduled, as_of,
                          started_at, finished_at, matches, bank_matched, ledger_matched, bank_open, ledger_open, proof)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 'NONE')""")
                .with(
                        start.group().id(),
                        start.group().name(),
                        start.group().version(),
                        start.group().unit())
                .with(start.rules(), start.caller().identity(), start.caller().origin(), start.scheduled())
                .with(start.asOf(), start.startedAt(), finishedAt)
                .insert();
    }

    static void finish(Connection connection, long id, GroupRun run, Instant finishedAt) throws SQLException {
        ProofState proof = run.proof()
                .map(made -> made.ok() ? ProofState.OK : ProofState.FAILED)
                .orElse(ProofState.NONE);
        Sql.on(connection, """
                        update recon_run set finished_at = ?, matches = ?, bank_matched = ?, ledger_matched = ?, bank_open = ?,
                          ledger_open = ?, proof = ? where id = ?""")
                .with(finishedAt)
                .with(run.rules().stream()
                        .mapToLong(GroupRun.RuleCount::matches)
                        .sum())
                .with(run.rules().stream()
                        .mapToLong(GroupRun.RuleCount::bankEntries)
                        .sum())
                .with(run.rules().stream()
                        .mapToLong(GroupRun.RuleCount::ledgerEntries)
                        .sum())
                .with(run.bankOpen(), run.ledgerOpen(), proof, id)
                .update();
    }

    static Optional<Run> find(Connection connection, long id) throws SQLException {
        return Sql.on(connection, SELECT + " where id = ?").with(id).first(RunTable::read);
    }

    /**
     * A run by its number as people write it.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code rec.unknown-run} if there is none
     */
    static Run require(Connection connection, String number) throws SQLException {
        Optional<Run> run = number.matches("\\d{1,18}") ? find(connection, Long.parseLong(number)) : Optional.empty();
        return run.orElseThrow(() -> Undoing.unknown("run", number));
    }

    /** The last run of a group. */
    static Optional<Run> last(Connection connection, long groupId, Known known) throws SQLException {
        return Sql.on(
                        connection,
                        SELECT + " where group_id = ? and " + known.begins("finished_at") + " order by id desc")
                .with(groupId)
                .with(known.since())
                .first(RunTable::read);
    }

    private static Run read(Row row) throws SQLException {
        return new Run(
                row.number("id"),
                row.number("group_id"),
                row.text("group_name"),
                Math.toIntExact(row.number("group_version")),
                row.text("unit_code"),
                row.text("rules"),
                row.text("caller"),
                row.text("origin"),
                row.flag("scheduled"),
                row.optionalDate("as_of"),
                row.instant("started_at"),
                row.instant("finished_at"),
                row.number("matches"));
    }
}

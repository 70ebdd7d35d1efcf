package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.message.Message;
import org.tickmark.reconciliation.MatchTable.Made;
import org.tickmark.reconciliation.MatchTable.Undo;
import org.tickmark.reconciliation.Reading.Marked;
import org.tickmark.reconciliation.engine.HandEvidence;
import org.tickmark.reconciliation.journal.JournalMark;

/**
 * Joins what was booked of a journal to what it was written for: a ledger entry that bears the mark of a match, and is just its difference, makes of it a match
 * without one; an entry that bears the mark of a bank entry, and has its amount, is matched with it. Matches that count on a locked day stay as they
 * are.
 */
final class Joining {
    private final Transactions transactions;
    private final Acts acts;
    private final Clock clock;

    Joining(Transactions transactions, Acts acts, Clock clock) {
        this.transactions = transactions;
        this.acts = acts;
        this.clock = clock;
    }

    /** Joins what can be; returns whether anything was, so that what was read is no longer so. */
    boolean join(Caller caller, Reading reading) {
        return !reading.marks().isEmpty() && transactions.inTransaction(tx -> join(tx, caller, reading));
    }

    private boolean join(Tx tx, Caller caller, Reading reading) throws SQLException {
        if (!GroupTable.lock(tx.connection(), reading.group()) || !reading.stands(tx.connection())) {
            return false; // Somebody was first: the run will see that as well, and begin again.
        }
        Work work = new Work(tx, caller, reading);
        boolean joined = false;
        for (Map.Entry<Long, Marked> entry : new TreeMap<>(reading.marks()).entrySet()) {
            joined |= work.join(entry.getKey(), entry.getValue());
        }
        return joined;
    }

    /** Joining in one transaction, at one moment. */
    private final class Work {
        private final Tx tx;
        private final Caller caller;
        private final Reading reading;
        private final Instant now = clock.instant();
        /** What is open of the bank entries that are marked. */
        private final Map<Long, BigDecimal> bank = new HashMap<>();

        Work(Tx tx, Caller caller, Reading reading) {
            this.tx = tx;
            this.caller = caller;
            this.reading = reading;
            Set<Long> wanted = reading.marks().values().stream()
                    .map(Marked::mark)
                    .filter(mark -> mark.of() == JournalMark.Of.ENTRY)
                    .map(JournalMark::id)
                    .collect(Collectors.toSet());
            for (int row = 0; row < reading.open().bankRows(); row++) {
                if (wanted.contains(reading.open().id(row))) {
                    bank.put(reading.open().id(row), reading.open().amount(row));
                }
            }
        }

        boolean join(long entry, Marked marked) throws SQLException {
            return marked.mark().of() == JournalMark.Of.MATCH ? joinMatch(entry, marked) : joinEntry(entry, marked);
        }

        private boolean joinMatch(long entry, Marked marked) throws SQLException {
            MatchTable matches = new MatchTable(tx.connection());
            Optional<Match> found = matches.standing(
                            reading.group(), marked.mark().id(), reading.currency())
                    .filter(match -> match.difference().signum() != 0)
                    .filter(match -> match.difference().compareTo(marked.amount()) == 0)
                    .filter(match -> !reading.lock().covers(match.effective()));
            if (found.isEmpty()) {
                return false;
            }
            Match match = found.get();
            String reason =
                    Texts.message("journal.joined", marked.mark().text()).text(caller.locale());
            matches.undo(reading.group().id(), List.of(match.id()), new Undo(now, caller.identity(), reason));
            List<HandMatch.Row> rows = new ArrayList<>();
            Stream.concat(match.bank().stream(), match.ledger().stream())
                    .map(id -> new HandMatch.Row(
                            id, Optional.ofNullable(match.parts().get(id))))
                    .forEach(rows::add);
            rows.add(HandMatch.Row.of(entry));
            List<Message> evidence = new ArrayList<>(match.evidence());
            evidence.add(HandEvidence.booked(marked.mark().text()));
            keep(rows, new Made(match.runId(), match.rule(), now, caller, evidence), marked.mark());
            return true;
        }

        private boolean joinEntry(long entry, Marked marked) throws SQLException {
            JournalMark mark = marked.mark();
            if (!bank.containsKey(mark.id()) || bank.get(mark.id()).compareTo(marked.amount()) != 0) {
                return false;
            }
            bank.remove(mark.id());
            List<HandMatch.Row> rows = List.of(HandMatch.Row.of(mark.id()), HandMatch.Row.of(entry));
            keep(rows, Made.byHand(now, caller, List.of(HandEvidence.booked(mark.text()))), mark);
            return true;
        }

        private void keep(List<HandMatch.Row> rows, Made made, JournalMark mark) throws SQLException {
            GroupTable.Saved group = reading.group();
            HandPlan plan = new HandPlan(
                    new HandRows(tx.connection(), group).require(rows),
                    reading.currency(),
                    reading.lock().firstDay(),
                    Optional.empty(),
                    Optional.empty());
            plan.requireDifference();
            long id = new MatchTable(tx.connection()).insert(group, plan, made);
            Map<String, String> fields = Acts.fields(group.name(), group.unit());
            fields.put("reference", mark.text());
            acts.record(tx, caller, "match.join", "reconciliation.match.joined", "match/" + id, fields);
        }
    }
}

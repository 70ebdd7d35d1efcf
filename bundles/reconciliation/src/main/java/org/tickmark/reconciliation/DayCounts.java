package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.hash.Sha256;

/**
 * What counts in a group on a day.
 *
 * @param proof the balance proof of the day, if anything was booked
 * @param hash SHA-256 of balances, open entries and matches: the same as long as these are
 */
record DayCounts(Optional<Proof> proof, String hash) {
    static DayCounts of(Connection connection, GroupTable.Saved group, LocalDate day) throws SQLException {
        Reading reading = Reading.of(connection, group, Optional.of(day));
        return of(reading, new MatchTable(connection).standing(group, day, reading.currency(), Known.NOW));
    }

    /**
     * What counts on the day of a reading.
     *
     * @param matches those effective on or before the day
     */
    static DayCounts of(Reading reading, List<Match> matches) {
        Optional<Proof> proof = Proofs.of(reading);
        StringBuilder text = new StringBuilder();
        proof.ifPresent(of -> line(text, "balances", of.bankBalance(), of.ledgerBalance(), of.matchedDifference()));
        open(reading).forEach((entry, amount) -> line(text, "open " + entry, amount));
        matches.forEach(match -> line(text, "match " + match.id(), match.amount(), match.difference()));
        return new DayCounts(proof, Sha256.hex(text.toString()));
    }

    private static Map<Long, BigDecimal> open(Reading reading) {
        Map<Long, BigDecimal> open = new TreeMap<>();
        for (int row = 0; row < reading.open().size(); row++) {
            open.put(reading.open().id(row), reading.open().amount(row));
        }
        reading.aside().values().forEach(item -> open.merge(item.entryId(), item.amount(), BigDecimal::add));
        return open;
    }

    private static void line(StringBuilder text, String what, BigDecimal... amounts) {
        text.append(what);
        for (BigDecimal amount : amounts) {
            text.append(' ').append(amount.stripTrailingZeros().toPlainString());
        }
        text.append('\n');
    }
}

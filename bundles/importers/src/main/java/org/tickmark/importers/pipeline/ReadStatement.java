package org.tickmark.importers.pipeline;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.StatementHeader;

/**
 * A statement as it was read, without its entries.
 *
 * @param number its number in the file, from 0, under which the store keeps its entries
 * @param entries how many entries, booked or not
 * @param undated how many booked entries have no booking date
 */
record ReadStatement(
        int number,
        StatementHeader header,
        List<Balance> balances,
        StatementProof proof,
        long entries,
        long undated,
        List<Problem> problems) {
    ReadStatement {
        balances = List.copyOf(balances);
        problems = List.copyOf(problems);
    }

    /** The day that an entry without a booking date counts as booked on. */
    Optional<LocalDate> date() {
        return date(header, balances);
    }

    static Optional<LocalDate> date(StatementHeader header, List<Balance> balances) {
        return balances.stream()
                .filter(balance -> balance.kind() == Balance.Kind.CLOSING)
                .flatMap(balance -> balance.date().stream())
                .findFirst()
                .or(header::to)
                .or(() -> header.createdAt()
                        .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate()));
    }
}

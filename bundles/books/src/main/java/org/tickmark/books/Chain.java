package org.tickmark.books;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.StatementProof.Verdict;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.books.StatementTable.Neighbour;

/**
 * Statements that the bank numbers one after the other, each beginning with the balance that the one before it ended with.
 * No entry stands in two of them: two equal card payments on one day, told by two statements of that day, are two.
 */
final class Chain {
    /** How far booking dates may lie from the statement that tells them; statements further off are not looked at. */
    private static final int REACH_IN_DAYS = 45;

    private Chain() {}

    /** The standing statements that share no entry with this one. */
    static List<Long> disjointFrom(Connection connection, BookedFile.Statement statement, long id) throws SQLException {
        StatementHeader header = statement.header();
        Optional<LocalDate> end = header.to().or(() -> closingDate(statement));
        boolean numbered = header.kind() == Kind.STATEMENT
                && header.sequence().isPresent()
                && statement.proof().verdict() == Verdict.OK;
        if (!numbered || end.isEmpty()) {
            return List.of();
        }
        LocalDate first = header.from().orElse(end.get()).minusDays(REACH_IN_DAYS);
        LocalDate last = end.get().plusDays(REACH_IN_DAYS);
        return around(
                id, StatementTable.numbered(connection, statement.account().id(), first, last));
    }

    private static Optional<LocalDate> closingDate(BookedFile.Statement statement) {
        return statement.balances().stream()
                .filter(balance -> balance.kind() == Balance.Kind.CLOSING)
                .flatMap(balance -> balance.date().stream())
                .findFirst();
    }

    /** Those joined to the statement without a gap, before and after it. */
    private static List<Long> around(long id, List<Neighbour> numbered) {
        int own = numbered.stream().map(Neighbour::id).toList().indexOf(id);
        List<Long> chain = new ArrayList<>();
        for (int i = own; i > 0 && follows(numbered.get(i - 1), numbered.get(i)); i--) {
            chain.add(numbered.get(i - 1).id());
        }
        for (int i = own; i < numbered.size() - 1 && follows(numbered.get(i), numbered.get(i + 1)); i++) {
            chain.add(numbered.get(i + 1).id());
        }
        return chain;
    }

    private static boolean follows(Neighbour earlier, Neighbour later) {
        long step = later.sequence().orElseThrow() - earlier.sequence().orElseThrow();
        boolean next = step == 1 || (step == 0 && later.page() == earlier.page() + 1);
        return next && later.opening().equals(earlier.closing());
    }
}

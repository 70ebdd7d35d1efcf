package org.tickmark.books;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.books.StatementTable.Neighbour;

/** Whether a bank's statement begins with the balance that the one before it ended with. */
final class Continuity {
    private Continuity() {}

    /** A warning if it does not; empty if it does, or if there is nothing to compare with. */
    static Optional<Problem> gap(Connection connection, BookedFile.Statement statement, long id) throws SQLException {
        StatementHeader header = statement.header();
        Optional<LocalDate> start = header.from().or(() -> openingDate(statement));
        Optional<BigDecimal> opening = statement.proof().opening();
        if (header.kind() != Kind.STATEMENT || start.isEmpty() || opening.isEmpty()) {
            return Optional.empty();
        }
        long account = statement.account().id();
        if (StatementTable.isCovered(connection, account, id, start.get())) {
            return Optional.empty();
        }
        return StatementTable.endingBy(connection, account, id, start.get()).stream()
                .filter(other -> !comesAfter(other, statement))
                .findFirst()
                .filter(before -> before.closing().orElseThrow().compareTo(opening.get()) != 0)
                .map(before -> warning(statement, before));
    }

    private static Optional<LocalDate> openingDate(BookedFile.Statement statement) {
        return statement.balances().stream()
                .filter(balance -> balance.kind() == Balance.Kind.OPENING)
                .flatMap(balance -> balance.date().stream())
                .findFirst();
    }

    /** Of several statements of one day, that which has the higher number, or begins where this one ends, comes after it. */
    private static boolean comesAfter(Neighbour other, BookedFile.Statement statement) {
        StatementHeader header = statement.header();
        boolean sameDays = other.from().equals(header.from()) && other.to().equals(header.to());
        if (!sameDays) {
            return false;
        }
        if (other.sequence().isPresent() && header.sequence().isPresent()) {
            int order = other.sequence().get().compareTo(header.sequence().get());
            return order > 0 || (order == 0 && other.page() > header.page().orElse(1));
        }
        return equal(other.opening(), statement.proof().closing());
    }

    private static boolean equal(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
    }

    private static Problem warning(BookedFile.Statement statement, Neighbour before) {
        String account = statement.account().code();
        String end = before.lastDay().map(LocalDate::toString).orElse("–");
        return Problem.warning(ErrorClass.E6.code("opening"), BooksProblems.message("opening", account, end))
                .where(BooksProblems.place(statement))
                .found(statement.proof().opening().orElseThrow().toPlainString())
                .expected(before.closing().orElseThrow().toPlainString())
                .advice(BooksProblems.message("opening.advice"))
                .build();
    }
}

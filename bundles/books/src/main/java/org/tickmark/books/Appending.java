package org.tickmark.books;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tickmark.api.Problem;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Appended;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ImportedEntry.Status;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.books.StatementTable.Standing;
import org.tickmark.kit.hash.Sha256;

/** Books one file. For one thread. */
final class Appending {
    private final Connection connection;
    private final BookedFile file;
    private final List<Problem> problems = new ArrayList<>();
    private int statements;
    private int statementsKnown;
    private long entries;
    private long entriesKnown;
    private final Map<Account, LocalDate> earliest = new LinkedHashMap<>();
    private final List<Long> newStatements = new ArrayList<>();
    private final List<Long> extended = new ArrayList<>();
    private final List<SumTable.Booked> booked = new ArrayList<>();

    Appending(Connection connection, BookedFile file) {
        this.connection = connection;
        this.file = file;
    }

    Appended append() throws SQLException {
        lockAccounts();
        for (BookedFile.Statement statement : file.statements()) {
            append(statement);
        }
        if (entries > 0) {
            SumTable.add(connection, file.fileId(), booked);
        }
        return new Appended(statements, statementsKnown, entries, entriesKnown, problems);
    }

    /** The accounts that got anything new, each with the earliest booking date of the entries among it, or {@link LocalDate#MAX}. */
    Map<Account, LocalDate> earliest() {
        return earliest;
    }

    /** Two files with equal entries must not both find that these are new. */
    private void lockAccounts() throws SQLException {
        TreeSet<Long> wanted = new TreeSet<>();
        file.statements().forEach(statement -> wanted.add(statement.account().id()));
        List<Long> locked =
                AccountTable.lock(connection, wanted).stream().map(Account::id).toList();
        file.statements().stream()
                .map(BookedFile.Statement::account)
                .filter(account -> !locked.contains(account.id()))
                .findFirst()
                .ifPresent(Appending::refuseRemoved);
    }

    private void append(BookedFile.Statement statement) throws SQLException {
        requireCurrency(statement, statement.header().currency(), "");
        Identities identities = new Identities(
                statement.account().currency(), statement.header().kind());
        String content = content(statement, identities);
        String key = Texts.storable(StatementKey.of(statement.header(), statement.proof(), content));
        Optional<Standing> standing =
                StatementTable.find(connection, statement.account().id(), key);
        if (standing.isEmpty()) {
            long id = StatementTable.insert(connection, file.fileId(), statement, key, content);
            statements++;
            newStatements.add(id);
            earliest.putIfAbsent(statement.account(), LocalDate.MAX);
            Continuity.gap(connection, statement, id).ifPresent(problems::add);
            appendEntries(statement, id, identities);
        } else {
            requireSame(statement, standing.get(), content);
            appendKnown(statement, standing.get().id(), identities);
        }
    }

    /** Says since when the books know what is new: to be called last, when whoever reads them at a moment waits for this. */
    void stamp(Instant knownFrom) throws SQLException {
        StatementTable.stamp(connection, newStatements, knownFrom);
        if (!extended.isEmpty()) {
            StatementTable.stampEntries(connection, extended, file.fileId(), knownFrom);
        }
    }

    /** A statement that stands; it may even come twice in this one file. */
    private void appendKnown(BookedFile.Statement statement, long id, Identities identities) throws SQLException {
        statementsKnown++;
        if (StatementTable.isFrom(connection, id, file.fileId())) {
            entriesKnown += identities.count();
        } else {
            StatementTable.addSource(connection, id, file.fileId());
            long before = entries;
            appendEntries(statement, id, identities);
            if (entries > before) {
                extended.add(id);
            }
        }
    }

    private void appendEntries(BookedFile.Statement statement, long id, Identities identities) throws SQLException {
        List<Long> disjoint = Chain.disjointFrom(connection, statement, id);
        try (EntryBooking booking = new EntryBooking(
                connection, statement.account(), statement.header().kind(), id, file.fileId(), disjoint, identities)) {
            booking.book(statement.entries());
            entries += booking.added();
            entriesKnown += booking.known();
            booked.add(new SumTable.Booked(id, statement.account().id(), booking.sums()));
            booking.sums().earliest().ifPresent(day -> earliest.merge(statement.account(), day, Appending::earlier));
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Reads the entries for the first time, checks them, and sums them up to the hash that the statement is known by. */
    private static String content(BookedFile.Statement statement, Identities identities) {
        MessageDigest sha256 = Sha256.digest();
        StatementHeader header = statement.header();
        for (ImportedEntry entry : statement.entries()) {
            Status status = EntryStatus.inBooks(header.kind(), entry.status());
            if (status == Status.BOOKED) {
                requireCurrency(statement, entry.currency(), entry.position());
                requireDate(entry);
            }
            sha256.update(identities.next(entry).getBytes(StandardCharsets.US_ASCII));
        }
        return Sha256.format(sha256);
    }

    private static void requireCurrency(BookedFile.Statement statement, String currency, String where) {
        Account account = statement.account();
        if (!currency.isEmpty() && !currency.equals(account.currency())) {
            throw Problem.error(ErrorClass.E7.code("currency"), BooksProblems.message("file.currency", account.code()))
                    .where(where.isEmpty() ? BooksProblems.place(statement) : where)
                    .found(currency)
                    .expected(account.currency())
                    .advice(BooksProblems.message("file.currency.advice", account.unit(), account.code()))
                    .exception();
        }
    }

    private static void requireDate(ImportedEntry entry) {
        if (entry.bookingDate().isEmpty()) {
            throw Problem.error(ErrorClass.E4.code("booking-date"), BooksProblems.message("file.booking-date"))
                    .where(entry.position())
                    .advice(BooksProblems.message("file.booking-date.advice"))
                    .exception();
        }
    }

    private static void requireSame(BookedFile.Statement statement, Standing standing, String content) {
        if (!standing.contentHash().equals(content)) {
            throw Problem.error(
                            ErrorClass.E8.code("correction"),
                            BooksProblems.message(
                                    "file.correction", statement.account().code()))
                    .where(BooksProblems.place(statement))
                    .advice(BooksProblems.message("file.correction.advice"))
                    .exception();
        }
    }

    private static void refuseRemoved(Account account) {
        throw Problem.error(ErrorClass.E7.code("account"), BooksProblems.message("file.account", account.code()))
                .where("account " + account.unit() + "/" + account.code())
                .advice(BooksProblems.message("file.account.advice", account.unit()))
                .exception();
    }
}

package org.tickmark.importers.pipeline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.ImportDefinition;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;

/**
 * Finds the account of each statement of a file. A statement of an account that the definition does not follow is left out
 * and counted; a bank account that nobody knows holds the file until it is told.
 */
final class AccountMapping {
    private final Books books;
    private final ImportDefinition definition;
    private final Optional<Account> only;

    /** Must not be made in a transaction: it asks the books. */
    AccountMapping(Books books, Caller caller, ImportDefinition definition) {
        this.books = books;
        this.definition = definition;
        this.only = definition.accounts().size() == 1
                ? books.account(caller, definition.unit(), definition.accounts().get(0))
                : Optional.empty();
    }

    /** The statements to book, and notes on what is left out. */
    record Mapped(List<BookedFile.Statement> statements, List<Problem> notes) {}

    /**
     * Maps a file.
     *
     * @throws TickmarkException of class E7 if an account is not known, or none is followed
     */
    Mapped map(Tx tx, ReadFile file, EntryStore entries) throws SQLException {
        List<BookedFile.Statement> statements = new ArrayList<>();
        long accountsLeftOut = 0;
        long entriesLeftOut = 0;
        for (ReadStatement statement : file.statements()) {
            Optional<Account> account = account(tx, statement.header());
            if (account.isPresent()) {
                statements.add(booked(account.get(), statement, entries));
            } else {
                accountsLeftOut++;
                entriesLeftOut += statement.entries();
            }
        }
        if (statements.isEmpty() && !file.statements().isEmpty()) {
            throw unknown(file.statements().get(0).header());
        }
        List<Problem> notes =
                accountsLeftOut == 0 ? List.of() : List.of(FileProblems.notFollowed(entriesLeftOut, accountsLeftOut));
        return new Mapped(statements, notes);
    }

    private Optional<Account> account(Tx tx, StatementHeader header) throws SQLException {
        Optional<Account> known = named(tx, header);
        if (known.isEmpty() && header.kind() != StatementHeader.Kind.LEDGER && followsAll()) {
            throw unknown(header);
        }
        return known.filter(account -> followsAll() || definition.accounts().contains(account.code()));
    }

    /** The account that the file names; a file that names none means the only one of the definition. */
    private Optional<Account> named(Tx tx, StatementHeader header) throws SQLException {
        AccountId id = header.account();
        return id.number().isEmpty() ? only : books.find(tx, definition.unit(), id);
    }

    private boolean followsAll() {
        return definition.accounts().isEmpty();
    }

    private TickmarkException unknown(StatementHeader header) {
        return FileProblems.unknownAccount(header, definition.unit()).exception();
    }

    private static BookedFile.Statement booked(Account account, ReadStatement statement, EntryStore store) {
        Iterable<ImportedEntry> entries = store.of(statement.number());
        return new BookedFile.Statement(
                account,
                statement.header(),
                statement.balances(),
                statement.proof(),
                statement
                        .date()
                        .<Iterable<ImportedEntry>>map(day -> new DatedEntries(entries, day))
                        .orElse(entries));
    }
}

package org.tickmark.reconciliation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Events;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.books.BooksService;
import org.tickmark.kit.jdbc.Sql;

/** An invented company whose books a test fills. */
final class Company {
    static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);

    private static final List<String> TABLES = List.of(
            "recon_rate",
            "recon_sign_off",
            "recon_lock",
            "recon_rejection",
            "recon_note",
            "recon_exclusion",
            "recon_by_hand",
            "recon_part",
            "recon_match_sum",
            "recon_left",
            "recon_left_entry",
            "recon_match_entry",
            "recon_match",
            "recon_run",
            "recon_rule",
            "recon_group_version",
            "recon_group",
            "past_entry",
            "past_statement",
            "entry_sum",
            "entry_detail",
            "entry_source",
            "entry",
            "statement_source",
            "statement",
            "account",
            "unit");

    private final Transactions transactions;
    private final BooksService books;
    private long files;

    Company(Transactions transactions, Audit audit, Events events) {
        this(transactions, audit, events, Clock.systemUTC());
    }

    Company(Transactions transactions, Audit audit, Events events, Clock clock) {
        this.transactions = transactions;
        this.books = new BooksService(transactions, audit, events, clock);
        transactions.inTransaction(tx -> {
            for (String table : TABLES) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return tx;
        });
        unit("fjord", "Fjord Handel AB", "SEK");
        account("fjord", "bank", Side.BANK);
        account("fjord", "1930", Side.LEDGER);
    }

    void unit(String code, String name, String currency) {
        books.save(CALLER, new Unit(code, name, "", currency));
    }

    Account account(String unit, String code, Side side) {
        AccountId id = side == Side.LEDGER ? AccountId.ledger(code) : AccountId.none();
        String currency = books.unit(CALLER, unit).orElseThrow().currency();
        return books.save(CALLER, new Account(0, unit, code, side, id, currency, "Konto " + code));
    }

    /** An entry without anything but its day and amount. */
    static ImportedEntry.Builder entry(String day, String amount) {
        return ImportedEntry.of(new BigDecimal(amount), "line 1").bookingDate(LocalDate.parse(day));
    }

    /** An entry with a reference. */
    static ImportedEntry.Builder entry(String day, String amount, String reference) {
        return entry(day, amount).reference(Reference.Type.CREDITOR, reference);
    }

    /** An entry with a party and a text. */
    static ImportedEntry.Builder entry(String day, String amount, String party, String text) {
        return entry(day, amount).party(Party.named(party)).text(text);
    }

    /** Books a statement in a file of its own; a balance may be null. Returns the key of the file. */
    long book(
            String account, String from, String to, String opening, String closing, ImportedEntry.Builder... entries) {
        return book("fjord", account, from, to, opening, closing, entries);
    }

    long book(
            String unit,
            String accountCode,
            String from,
            String to,
            String opening,
            String closing,
            ImportedEntry.Builder... entries) {
        Account account = books.account(CALLER, unit, accountCode).orElseThrow();
        Kind kind = account.side() == Side.BANK ? Kind.STATEMENT : Kind.LEDGER;
        long file = ++files;
        StatementHeader header = StatementHeader.of(kind, account.identification(), account.currency())
                .id(unit + "-" + accountCode + "-" + file)
                .period(LocalDate.parse(from), LocalDate.parse(to))
                .build();
        List<ImportedEntry> built =
                Arrays.stream(entries).map(ImportedEntry.Builder::build).toList();
        BigDecimal sum = built.stream().map(ImportedEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Balance> balances = new ArrayList<>();
        Optional<BigDecimal> open = Optional.ofNullable(opening).map(BigDecimal::new);
        Optional<BigDecimal> close = Optional.ofNullable(closing).map(BigDecimal::new);
        open.ifPresent(amount -> balances.add(Balance.of(Balance.Kind.OPENING, amount, LocalDate.parse(from))));
        close.ifPresent(amount -> balances.add(Balance.of(Balance.Kind.CLOSING, amount, LocalDate.parse(to))));
        StatementProof proof = new StatementProof(open, sum, close, built.size());
        BookedFile booked =
                new BookedFile(file, List.of(new BookedFile.Statement(account, header, balances, proof, built)));
        transactions.inTransaction(tx -> books.append(tx, CALLER, booked));
        return file;
    }

    /** Takes a file out of the books again, as the books do when the guard is registered. */
    void remove(long file, MatchGuard guard) {
        transactions.inTransaction(tx -> {
            guard.beforeRemoval(tx, CALLER, entries(tx, file), "wrong file");
            return books.remove(tx, CALLER, file, "wrong file");
        });
    }

    /** Asks whether the entries of a file might be removed. */
    void checkRemoval(long file, MatchGuard guard) {
        transactions.reading(tx -> {
            guard.checkRemoval(tx, entries(tx, file));
            return null;
        });
    }

    private static List<Long> entries(Tx tx, long file) throws SQLException {
        return Sql.on(tx.connection(), "select id from entry where file_id = ?")
                .with(file)
                .list(row -> row.number("id"));
    }

    /** The booked entries' keys by amount, which a test keeps different. */
    long entryId(String amount, Side side) {
        return transactions.reading(
                tx -> Sql.on(tx.connection(), "select entry_id from books_entry_v1 where amount = ? and side = ?")
                        .with(new BigDecimal(amount), side)
                        .one(row -> row.number("entry_id")));
    }
}

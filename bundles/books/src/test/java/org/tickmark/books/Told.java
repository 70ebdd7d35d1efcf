package org.tickmark.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickmark.api.host.books.Account;
import org.tickmark.api.host.books.BookedFile;
import org.tickmark.api.host.books.StatementProof;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;

/** A statement as a file tells it, put together step by step. */
final class Told {
    private final Account account;
    private final StatementHeader.Builder header;
    private final List<ImportedEntry> entries = new ArrayList<>();
    private final List<Balance> balances = new ArrayList<>();

    private Told(Account account, Kind kind, String currency) {
        this.account = account;
        this.header = StatementHeader.of(kind, account.identification(), currency);
    }

    static Told statement(Account account) {
        return of(account, Kind.STATEMENT);
    }

    static Told of(Account account, Kind kind) {
        return new Told(account, kind, account.currency());
    }

    static Told inCurrency(Account account, String currency) {
        return new Told(account, Kind.STATEMENT, currency);
    }

    static ImportedEntry.Builder entry(String day, String amount) {
        return ImportedEntry.of(new BigDecimal(amount), "line 1").bookingDate(LocalDate.parse(day));
    }

    Told id(String id) {
        header.id(id);
        return this;
    }

    Told number(long number) {
        header.sequence(number);
        return this;
    }

    Told days(String from, String to) {
        header.period(LocalDate.parse(from), LocalDate.parse(to));
        return this;
    }

    Told balances(String opening, String closing) {
        balances.add(Balance.of(Balance.Kind.OPENING, new BigDecimal(opening)));
        balances.add(Balance.of(Balance.Kind.CLOSING, new BigDecimal(closing)));
        return this;
    }

    Told closingOn(String day, String closing) {
        balances.add(Balance.of(Balance.Kind.OPENING, BigDecimal.ZERO));
        balances.add(new Balance(Balance.Kind.CLOSING, new BigDecimal(closing), Optional.of(LocalDate.parse(day))));
        return this;
    }

    Told with(ImportedEntry.Builder... told) {
        for (ImportedEntry.Builder one : told) {
            entries.add(one.build());
        }
        return this;
    }

    Told with(List<ImportedEntry> told) {
        entries.addAll(told);
        return this;
    }

    BookedFile.Statement build() {
        List<BigDecimal> booked = entries.stream()
                .filter(entry -> entry.status() == ImportedEntry.Status.BOOKED)
                .map(ImportedEntry::amount)
                .toList();
        StatementProof proof = new StatementProof(
                balance(Balance.Kind.OPENING),
                booked.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                balance(Balance.Kind.CLOSING),
                booked.size());
        return new BookedFile.Statement(account, header.build(), balances, proof, List.copyOf(entries));
    }

    private Optional<BigDecimal> balance(Balance.Kind kind) {
        return balances.stream()
                .filter(balance -> balance.kind() == kind)
                .map(Balance::amount)
                .findFirst();
    }
}

package org.tickmark.importer.sie;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.LineProblems;

/**
 * The ledger as far as it was read: what its head says, its chart of accounts, and one statement for each account that has balances or
 * entries. A statement is opened with its account's first entry, or at the end; all of them are open at the same time, so what is held grows with
 * the accounts and not with the entries.
 */
final class Ledger {
    /** More accounts than any chart has; keeps a hostile file from filling the memory. */
    private static final int MOST_ACCOUNTS = 100_000;

    /** How many accounts a problem names. */
    private static final int NAMED = 10;

    private static final class Account {
        private BigDecimal opening;
        private BigDecimal closing;
        private StatementWriter statement;
    }

    private final StatementSink sink;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Set<String> chart = new HashSet<>();
    private String currency = "SEK";
    private String owner = "";
    private LocalDate from;
    private LocalDate to;
    private boolean opened;

    Ledger(StatementSink sink) {
        this.sink = sink;
    }

    /** Takes the currency of all amounts; without one it is the krona. False when it comes too late. */
    boolean currency(String code) {
        boolean late = opened && !code.equals(currency);
        currency = code;
        return !late;
    }

    /** Takes the organisation number. False when it comes too late. */
    boolean owner(String number) {
        boolean late = opened && !number.equals(owner);
        owner = number;
        return !late;
    }

    /** Takes the year that balances and vouchers are of, both days included. False when it comes too late. */
    boolean year(LocalDate firstDay, LocalDate lastDay) {
        boolean late = opened && !firstDay.equals(from);
        from = firstDay;
        to = lastDay;
        return !late;
    }

    /** Takes an account of the chart. */
    void addToChart(String number) {
        requireRoom(chart.size());
        chart.add(number);
    }

    /** Takes the balance before the first entry; false when the account had one. */
    boolean opening(String number, BigDecimal amount) {
        Account account = account(number);
        boolean first = account.opening == null;
        account.opening = first ? amount : account.opening;
        return first;
    }

    /** Takes the balance after the last entry, or the result; false when the account had one. */
    boolean closing(String number, BigDecimal amount) {
        Account account = account(number);
        boolean first = account.closing == null;
        account.closing = first ? amount : account.closing;
        return first;
    }

    /** Tells an entry. */
    void entry(String number, ImportedEntry entry) {
        Account account = account(number);
        open(number, account);
        account.statement.entry(entry);
    }

    /** Whether a day lies outside the year; false when the year is not known. */
    boolean isOutsideYear(LocalDate date) {
        return from != null && (date.isBefore(from) || date.isAfter(to));
    }

    /** Whether there is nothing to tell. */
    boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** Tells the balances and closes all statements. */
    void close(LineProblems problems) {
        checkChart(problems);
        accounts.forEach((number, account) -> {
            open(number, account);
            if (account.opening != null) {
                account.statement.balance(Balance.of(Balance.Kind.OPENING, account.opening));
            }
            if (account.closing != null) {
                account.statement.balance(Balance.of(Balance.Kind.CLOSING, account.closing));
            }
            account.statement.close();
        });
    }

    private Account account(String number) {
        Account account = accounts.get(number);
        if (account == null) {
            requireRoom(accounts.size());
            account = new Account();
            accounts.put(number, account);
        }
        return account;
    }

    private void open(String number, Account account) {
        if (account.statement == null) {
            StatementHeader.Builder header = StatementHeader.of(Kind.LEDGER, AccountId.ledger(number), currency)
                    .owner(owner);
            if (from != null) {
                header.period(from, to);
            }
            account.statement = sink.open(header.build());
            opened = true;
        }
    }

    /** A file that brings a chart should use no other accounts; many files bring none. */
    private void checkChart(LineProblems problems) {
        List<String> unknown = accounts.keySet().stream()
                .filter(number -> !number.isEmpty() && !chart.contains(number))
                .toList();
        if (!chart.isEmpty() && !unknown.isEmpty()) {
            String named = String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size())));
            problems.tell(Problem.warning(ErrorClass.W.code("account"), Texts.message("sie.account", unknown.size()))
                    .found(unknown.size() > NAMED ? named + " …" : named)
                    .expected("#KONTO")
                    .build());
        }
    }

    private static void requireRoom(int size) {
        if (size >= MOST_ACCOUNTS) {
            throw Problem.error(ErrorClass.E3.code("accounts"), Texts.message("sie.accounts", MOST_ACCOUNTS))
                    .exception();
        }
    }
}

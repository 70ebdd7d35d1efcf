package org.tickmark.importer.ofx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** One {@code STMTRS} or {@code CCSTMTRS}. It is opened when its head is known: before its first entry or balance, or at its end. */
final class Statement {
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;

    private final StatementSink sink;
    private StatementWriter writer;
    private String account = "";
    private String currency = "";
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private long transactions;

    Statement(StatementSink sink) {
        this.sink = sink;
    }

    /** Takes the account's number; the first one holds. */
    void account(String number, String place) {
        requireHead(account.isEmpty() ? number : account, account, place);
        account = account.isEmpty() ? number : account;
    }

    /** Takes the currency; the first one holds. */
    void currency(String code, String place) {
        requireHead(currency.isEmpty() ? code : currency, currency, place);
        currency = currency.isEmpty() ? code.toUpperCase(Locale.ROOT) : currency;
    }

    /** ISO 4217 code; empty when the file does not say. */
    String currency() {
        return currency;
    }

    /** Takes the first day; the first one told holds. */
    void from(Optional<LocalDate> day) {
        from = from.or(() -> day);
    }

    /** Takes the last day; the first one told holds. */
    void to(Optional<LocalDate> day) {
        to = to.or(() -> day);
    }

    /** Counts a transaction; its number, from 1. */
    long nextTransaction() {
        return ++transactions;
    }

    /** Tells an entry. */
    void entry(ImportedEntry entry) {
        open().entry(entry);
    }

    /** Tells a balance. */
    void balance(Balance.Kind kind, BigDecimal amount, Optional<LocalDate> day) {
        open().balance(new Balance(kind, amount, day));
    }

    /** Tells that there is no more. */
    void close() {
        open().close();
    }

    private StatementWriter open() {
        if (writer == null) {
            StatementHeader.Builder header = StatementHeader.of(Kind.STATEMENT, id(account), currency);
            if (from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())) {
                header.period(from.get(), to.get());
            }
            writer = sink.open(header.build());
        }
        return writer;
    }

    /** What the head says must be known before the statement is opened with it. */
    private void requireHead(String now, String before, String place) {
        if (writer != null && !now.equals(before)) {
            throw Problem.error(ErrorClass.E3.code("order"), Texts.message("ofx.order"))
                    .where(place)
                    .found(now)
                    .advice(Texts.message("ofx.again.advice"))
                    .exception();
        }
    }

    private static AccountId id(String number) {
        if (number.isEmpty()) {
            return AccountId.none();
        }
        return isIban(number) ? AccountId.iban(number) : AccountId.bban(number);
    }

    private static boolean isIban(String number) {
        return number.length() >= SHORTEST_IBAN
                && number.length() <= LONGEST_IBAN
                && Character.isUpperCase(number.charAt(0))
                && Character.isUpperCase(number.charAt(1))
                && Character.isDigit(number.charAt(2))
                && Character.isDigit(number.charAt(3))
                && number.indexOf('-') < 0;
    }
}

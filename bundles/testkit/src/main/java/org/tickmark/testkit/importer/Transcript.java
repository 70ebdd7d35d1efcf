package org.tickmark.testkit.importer;

import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.StatementHeader;

/** Writes every part of what an importer tells into one line, so that two readings can be compared. */
final class Transcript {
    private static final String SEPARATOR = " | ";

    private Transcript() {}

    static String of(StatementHeader header) {
        return join(
                header.kind(),
                header.account().scheme(),
                header.account().number(),
                header.currency(),
                header.id(),
                header.sequence(),
                header.page(),
                header.lastPage(),
                header.from(),
                header.to(),
                header.createdAt(),
                header.owner());
    }

    static String of(Balance balance) {
        return join(balance.kind(), balance.amount().toPlainString(), balance.date());
    }

    static String of(ImportedEntry entry) {
        return join(
                entry.status(),
                entry.amount().toPlainString(),
                entry.currency(),
                entry.bookingDate(),
                entry.valueDate(),
                entry.originalAmount(),
                entry.originalCurrency(),
                entry.reversal(),
                entry.bankReference(),
                entry.references(),
                entry.party(),
                entry.text(),
                entry.transactionCode(),
                entry.voucher(),
                entry.details(),
                entry.id(),
                entry.position());
    }

    static String of(Problem problem) {
        return join(problem.severity(), problem.code(), problem.text(Locale.ENGLISH));
    }

    private static String join(Object... parts) {
        StringBuilder line = new StringBuilder();
        for (Object part : parts) {
            line.append(line.isEmpty() ? "" : SEPARATOR).append(part);
        }
        return line.toString();
    }
}

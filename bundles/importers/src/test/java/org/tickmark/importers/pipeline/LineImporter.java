package org.tickmark.importers.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.api.message.Message;

/**
 * A format for tests: {@code LINES iban currency day opening closing [id]}, then {@code amount text}; {@code BOOM} fails, and the
 * IBAN {@code -} names no account.
 */
final class LineImporter implements StatementImporter {
    @Override
    public int probe(FileHead head) {
        return head.latin1().startsWith("LINES ") ? 100 : 0;
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String[] head = lines.readLine().split(" ", -1);
        StatementHeader.Builder header = StatementHeader.of(Kind.STATEMENT, account(head[1]), head[2]);
        StatementWriter statement =
                sink.open(head.length > 6 ? header.id(head[6]).build() : header.build());
        LocalDate day = LocalDate.parse(head[3]);
        statement.balance(Balance.of(Balance.Kind.OPENING, new BigDecimal(head[4]), day));
        statement.balance(Balance.of(Balance.Kind.CLOSING, new BigDecimal(head[5]), day));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.equals("BOOM")) {
                throw new IllegalStateException("boom");
            }
            read(line, "line " + number, day, statement);
        }
        statement.close();
    }

    private static AccountId account(String iban) {
        return iban.equals("-") ? AccountId.none() : AccountId.iban(iban);
    }

    private static void read(String line, String position, LocalDate day, StatementWriter statement) {
        String[] parts = line.split(" ", 2);
        try {
            ImportedEntry.Builder entry =
                    ImportedEntry.of(new BigDecimal(parts[0]), position).text(parts[1]);
            statement.entry(
                    parts[1].startsWith("undated")
                            ? entry.build()
                            : entry.bookingDate(day).build());
        } catch (NumberFormatException e) {
            statement.problem(
                    Problem.error(ErrorClass.E4.code("amount"), Message.verbatim("The amount cannot be read."))
                            .where(position)
                            .found(parts[0])
                            .build());
        }
    }
}

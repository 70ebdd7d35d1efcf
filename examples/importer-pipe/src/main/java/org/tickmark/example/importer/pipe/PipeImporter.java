package org.tickmark.example.importer.pipe;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Party;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.Reference;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;

/** Reads the format {@code pipe}, which was invented for this example; the README describes it. Keeps nothing between two readings. */
@Component(property = StatementImporter.FORMAT + "=pipe")
public final class PipeImporter implements StatementImporter {
    private static final String START = "PIPE";
    private static final String END = "END";

    @Override
    public int probe(FileHead head) {
        return head.latin1().startsWith(START + "|") ? 90 : 0;
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        PipeLines lines = new PipeLines(in, context.limits().line());
        sink.encoding("UTF-8");
        StatementWriter statement = open(lines, sink);
        long count = 0;
        while (!lines.next().startsWith(END + "|")) {
            context.cancel().throwIfCancelled();
            tellEntry(lines, statement);
            count++;
        }
        if (!lines.fields(2)[1].equals(Long.toString(count))) {
            throw lines.problem(ErrorClass.E5, "count", lines.fields(2)[1], Long.toString(count))
                    .exception();
        }
        statement.close();
    }

    private static StatementWriter open(PipeLines lines, StatementSink sink) throws IOException {
        if (!lines.next().startsWith(START + "|")) {
            throw lines.problem(ErrorClass.E2, "not-pipe", lines.shown(), "PIPE|…")
                    .exception();
        }
        String[] fields = lines.fields(5);
        StatementWriter statement =
                sink.open(StatementHeader.of(StatementHeader.Kind.STATEMENT, AccountId.iban(fields[1]), fields[2])
                        .build());
        amount(lines, fields[3], statement).ifPresent(sum -> statement.balance(Balance.of(Balance.Kind.OPENING, sum)));
        amount(lines, fields[4], statement).ifPresent(sum -> statement.balance(Balance.of(Balance.Kind.CLOSING, sum)));
        return statement;
    }

    private static void tellEntry(PipeLines lines, StatementWriter statement) {
        String[] fields = lines.fields(5);
        Optional<LocalDate> date = date(lines, fields[0], statement);
        Optional<BigDecimal> amount = amount(lines, fields[1], statement);
        if (date.isPresent() && amount.isPresent()) {
            statement.entry(ImportedEntry.of(amount.get(), lines.place())
                    .bookingDate(date.get())
                    .reference(Reference.Type.CREDITOR, fields[2])
                    .party(Party.named(fields[3]))
                    .text(fields[4])
                    .build());
        }
    }

    private static Optional<BigDecimal> amount(PipeLines lines, String text, StatementWriter statement) {
        if (text.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return Optional.of(new BigDecimal(text));
        }
        statement.problem(
                lines.problem(ErrorClass.E4, "amount", text, "-1234.56").build());
        return Optional.empty();
    }

    private static Optional<LocalDate> date(PipeLines lines, String text, StatementWriter statement) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            statement.problem(
                    lines.problem(ErrorClass.E4, "date", text, "2026-11-22").build());
            return Optional.empty();
        }
    }
}

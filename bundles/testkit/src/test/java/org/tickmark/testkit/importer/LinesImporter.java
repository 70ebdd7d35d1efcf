package org.tickmark.testkit.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
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
 * A format made for the tests of the contract, read as the contract demands: a line {@code LINES account currency opening}, a line for each
 * amount, a line {@code END closing;}.
 */
class LinesImporter implements StatementImporter {
    private static final String START = "LINES ";
    private static final String END = "END ";

    @Override
    public int probe(FileHead head) {
        return head.latin1().startsWith(START) ? 90 : 0;
    }

    @Override
    public void read(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null || !first.startsWith(START)) {
            throw refused(ErrorClass.E2, "not a file of lines");
        }
        String[] fields = first.split(" ", -1);
        if (fields.length != 4) {
            throw refused(ErrorClass.E3, "the first line has " + fields.length + " fields");
        }
        StatementWriter statement = sink.open(StatementHeader.of(Kind.STATEMENT, AccountId.bban(fields[1]), fields[2])
                .build());
        tellBalance(statement, Balance.Kind.OPENING, fields[3]);
        readAmounts(lines, context, statement);
        statement.close();
    }

    private static void readAmounts(BufferedReader lines, ReadContext context, StatementWriter statement)
            throws IOException {
        int number = 2;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            context.cancel().throwIfCancelled();
            if (line.startsWith(END) && line.endsWith(";")) {
                tellBalance(statement, Balance.Kind.CLOSING, line.substring(END.length(), line.length() - 1));
                return;
            }
            tellEntry(statement, line, "line " + number);
            number++;
        }
        throw refused(ErrorClass.E3, "cut off");
    }

    private static void tellEntry(StatementWriter statement, String amount, String place) {
        if (isAmount(amount)) {
            statement.entry(ImportedEntry.of(new BigDecimal(amount), place).build());
        } else {
            statement.problem(notAnAmount(amount, place));
        }
    }

    private static void tellBalance(StatementWriter statement, Balance.Kind kind, String amount) {
        if (isAmount(amount)) {
            statement.balance(Balance.of(kind, new BigDecimal(amount)));
        } else {
            statement.problem(notAnAmount(amount, kind.name()));
        }
    }

    private static boolean isAmount(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static Problem notAnAmount(String found, String place) {
        return Problem.error(ErrorClass.E4.code("amount"), Message.verbatim("no amount"))
                .where(place)
                .found(found)
                .expected("an amount")
                .build();
    }

    private static TickmarkException refused(ErrorClass errorClass, String why) {
        return Problem.error(errorClass.code("lines"), Message.verbatim(why)).exception();
    }
}

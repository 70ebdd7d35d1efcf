package org.tickmark.importer.qif;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.HeadedStream;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/** Reads a file line by line: headings, and behind them records of fields, each a line that begins with its letter, up to a line {@code ^}. */
final class FileReader {
    /** So much of a file is looked at before it is decided how all of it is read. */
    private static final int SAMPLE = 1 << 20;
    /** How many lines a record may have. */
    private static final int MOST_LINES = 10_000;

    private static final String OPENING = "opening balance";

    private final LineReader lines;
    private final LineProblems problems;
    private final ReadContext context;
    private final Conventions.Decided conventions;
    private final DateField date = new DateField();
    private final Accounts accounts;
    private Heading heading;
    private StatementWriter statement;
    private QifRecord record;
    private String account = "";
    private int recordLines;
    private long investments;
    private boolean whole = true;

    FileReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        byte[] sample = in.readNBytes(SAMPLE);
        this.conventions = Conventions.decide(sample, sample.length < SAMPLE, context);
        this.lines = new LineReader(
                new HeadedStream(sample, in),
                context.limits().line(),
                EncodingOption.rule(context, QifImporter.ENCODING));
        this.problems = new LineProblems(lines, sink, "qif", "QIF");
        this.context = context;
        this.accounts = new Accounts(context, sink);
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        boolean any = false;
        while (lines.nextFilled()) {
            any = true;
            readLine();
        }
        if (!any) {
            throw problems.empty();
        } else if (recordLines > 0 || !whole) {
            throw problems.cutOff("^");
        }
        finish();
    }

    private void readLine() {
        whole = lines.isTerminated() || lines.at(0) == '^';
        if (lines.at(0) == '!') {
            heading();
        } else if (heading == null) {
            if (!QifImporter.isBeforeHeading(lines)) {
                throw problems.other("!Type:Bank");
            }
        } else if (lines.at(0) == '^') {
            endRecord();
        } else {
            field();
        }
    }

    private void heading() {
        if (!Heading.isHeading(lines) && heading == null) {
            throw problems.other("!Type:Bank");
        } else if (recordLines > 0) {
            throw problems.broken("record", Texts.message("qif.record"), "^");
        }
        heading = Heading.of(lines);
        statement = null;
        if (heading == Heading.TRANSACTIONS) {
            if (!accounts.accepts(account)) {
                throw severalAccounts();
            }
            statement = accounts.of(account);
        }
    }

    private void field() {
        if (++recordLines > MOST_LINES) {
            throw problems.broken("record", Texts.message("qif.record"), "^");
        }
        switch (heading) {
            case TRANSACTIONS -> transactionField();
            case ACCOUNTS -> {
                if (lines.at(0) == 'N') {
                    account = value();
                }
            }
            default -> {
                // counted at its end, or not of use
            }
        }
    }

    private void transactionField() {
        record = record == null ? new QifRecord(lines.place()) : record;
        switch (lines.at(0)) {
            case 'S' -> record.split(value());
            case 'E' -> {
                if (record.isInSplit()) {
                    record.splitMemo(value());
                }
            }
            case '$' -> {
                if (record.isInSplit()) {
                    record.splitAmount(amount());
                }
            }
            case 'D' -> {
                if (!record.isInSplit()) {
                    record.day(day());
                }
            }
            case 'T', 'U' -> record.amount(amount());
            case 'P' -> record.payee(value());
            case 'M' -> record.memo(value());
            case 'N' -> record.number(value());
            case 'L' -> record.category(value());
            default -> {
                // address, cleared status and others that are not of use
            }
        }
    }

    private void endRecord() {
        if (heading == Heading.INVESTMENTS && recordLines > 0) {
            investments++;
        } else if (record != null) {
            context.cancel().throwIfCancelled();
            tell();
        }
        record = null;
        recordLines = 0;
    }

    private void tell() {
        if (!record.hasAmount()) {
            problems.warn("no-amount", Texts.message("qif.no-amount"), "^", "T-123.45");
            return;
        }
        if (!record.splitsAgree()) {
            problems.warn("split", Texts.message("qif.split"), "^", "$-123.45");
        }
        record.entry().ifPresent(entry -> {
            if (entry.party().name().equalsIgnoreCase(OPENING)) {
                problems.warn(
                        "opening", Texts.message("qif.opening"), entry.party().name(), "-");
            }
            statement.entry(entry);
        });
    }

    private Optional<BigDecimal> amount() {
        Optional<BigDecimal> amount =
                AmountField.read(lines.buffer(), lines.start() + 1, lines.end(), conventions.decimalMark());
        if (amount.isEmpty()) {
            String expected = conventions.decimalMark() == '.' ? "1234.56" : "1234,56";
            problems.field(Field.AMOUNT, lines.start() + 1, lines.end(), expected);
        }
        return amount;
    }

    private Optional<LocalDate> day() {
        boolean readable = date.read(lines.buffer(), lines.start() + 1, lines.end());
        Optional<LocalDate> day = readable ? date.day(conventions.order()) : Optional.empty();
        if (day.isEmpty() && lines.length() > 1) {
            problems.field(
                    Field.DATE,
                    lines.start() + 1,
                    lines.end(),
                    conventions.order().example());
        }
        return day;
    }

    private String value() {
        return problems.text(lines.start() + 1, lines.end()).strip();
    }

    private void finish() {
        if (heading == null) {
            throw problems.other("!Type:Bank");
        } else if (accounts.isEmpty()) {
            throw Problem.error(
                            investments > 0 ? ErrorClass.E2.code("investment") : ErrorClass.E3.code("no-statement"),
                            Texts.message(investments > 0 ? "qif.investment" : "qif.no-statement", investments))
                    .where(lines.place())
                    .expected("!Type:Bank, !Type:CCard, !Type:Cash, !Type:Oth A, !Type:Oth L")
                    .advice(Texts.message("qif.no-statement.advice"))
                    .exception();
        } else if (investments > 0) {
            problems.tell(Problem.warning(ErrorClass.W.code("investment"), Texts.message("qif.investment", investments))
                    .build());
        }
        accounts.close();
        problems.finish();
    }

    private RuntimeException severalAccounts() {
        return Problem.error(ErrorClass.E7.code("accounts"), Texts.message("qif.accounts"))
                .where(lines.place())
                .found(LineProblems.shown(account))
                .advice(Texts.message("qif.accounts.advice"))
                .exception();
    }
}

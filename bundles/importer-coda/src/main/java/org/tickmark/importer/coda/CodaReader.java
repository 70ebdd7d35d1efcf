package org.tickmark.importer.coda;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.Balance;
import org.tickmark.api.importer.ControlTotals;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.kit.lines.Days;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;

/** Goes through the records of a file: header, old balance, movements with their information, new balance, trailer; and again. */
final class CodaReader {
    /** Records of one movement have numbers of four digits. */
    private static final int MOST_DETAILS = 9999;

    private static final int BELGIAN_OWNER = 11;

    private final LineReader lines;
    private final ReadContext context;
    private final StatementSink sink;
    private final LineProblems problems;
    private final Days days = new Days();
    private CodaRecord header;
    private CodaStatement statement;
    private Movement movement;
    private Optional<ControlTotals> before = Optional.empty();
    private long records;
    private int informations;

    CodaReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.lines = new LineReader(in, context.limits().line(), EncodingOption.rule(context, CodaImporter.ENCODING));
        this.context = context;
        this.sink = sink;
        this.problems = new LineProblems(lines, sink, "coda", "CODA");
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        boolean first = true;
        while (lines.next()) {
            if (!lines.isBlank()) {
                context.cancel().throwIfCancelled();
                if (first && !CodaImporter.isHeader(lines)) {
                    throw problems.other("00000…");
                }
                first = false;
                readRecord(record());
            }
        }
        if (first) {
            throw problems.empty();
        } else if (header != null) {
            throw problems.cutOff("9");
        }
        problems.finish();
    }

    private CodaRecord record() {
        String text = problems.text(lines.start(), lines.end());
        if (text.length() < CodaRecord.LENGTH && !lines.isTerminated()) {
            throw problems.cutOff(String.valueOf(CodaRecord.LENGTH));
        } else if (text.stripTrailing().length() > CodaRecord.LENGTH) {
            throw problems.broken("length", Texts.message("coda.length"), String.valueOf(CodaRecord.LENGTH));
        }
        return new CodaRecord(text, lines.place(), problems, days);
    }

    private void readRecord(CodaRecord record) {
        switch (record.at(1)) {
            case '0' -> readHeader(record);
            case '1' -> readOpening(record);
            case '2' -> readMovement(record);
            case '3' -> readInformation(record);
            case '4' -> require(header != null, "0");
            case '8' -> readClosing(record);
            case '9' -> readTrailer(record);
            default -> throw problems.broken("record", Texts.message("coda.record"), "0, 1, 2, 3, 4, 8, 9");
        }
    }

    private void readHeader(CodaRecord record) {
        require(header == null, "9");
        if (record.at(CodaRecord.LENGTH) != '2') {
            throw Problem.error(ErrorClass.E2.code("version"), Texts.message("coda.version"))
                    .where(record.place() + ", column " + CodaRecord.LENGTH)
                    .found(LineProblems.shown(record.text(CodaRecord.LENGTH, CodaRecord.LENGTH)))
                    .expected("2")
                    .advice(Texts.message("coda.version.advice"))
                    .exception();
        }
        if (record.at(17) == 'D') {
            problems.warn("duplicate", Texts.message("coda.duplicate"), "D", "-");
        }
        header = record;
        records = 0;
        before = Optional.empty();
    }

    private void readOpening(CodaRecord record) {
        require(header != null && (statement == null || statement.isClosingSeen()), "8, 9");
        closeStatement();
        records++;
        StatementAccount account = StatementAccount.of(record)
                .orElseThrow(() -> problems.broken("account", Texts.message("coda.account"), "0, 1, 2, 3"));
        StatementHeader.Builder told = StatementHeader.of(Kind.STATEMENT, account.id(), account.currency())
                .id(header.text(25, 34))
                .owner(owner());
        record.number(126, 128).or(() -> record.number(3, 5)).ifPresent(told::sequence);
        statement = new CodaStatement(account, sink.open(told.build()), problems);
        balance(Balance.Kind.OPENING, record.signed(43, 44, 58), record.date(59, 64));
    }

    /** The enterprise number of the account's owner, without the zero that makes it eleven digits; empty when it is none. */
    private String owner() {
        String number = header.text(72, 82);
        boolean given = number.length() == BELGIAN_OWNER && CodaRecord.isDigits(number) && !number.matches("0+");
        return given ? number.substring(1) : "";
    }

    private void readMovement(CodaRecord record) {
        require(isInside(), "1");
        records++;
        switch (record.at(2)) {
            case '1' -> startMovement(record);
            case '2' -> movement("21").more(record);
            case '3' -> movement("21").counterparty(record);
            default -> throw problems.broken("record", Texts.message("coda.record"), "21, 22, 23");
        }
    }

    private void startMovement(CodaRecord record) {
        movement = new Movement(record);
        informations = 0;
        if (movement.isEntry()) {
            statement.start(movement);
        } else if (movement.type() > 4) {
            require(statement.hasEntry() && statement.details() < MOST_DETAILS, "21 … 0, 1, 2, 3");
            statement.add(movement);
        } else {
            record.refuse(Field.CODE, 54, 54, "0, 1, 2, 3, 5, 6, 7, 8, 9");
        }
    }

    private void readInformation(CodaRecord record) {
        require(isInside(), "1");
        records++;
        Movement current = movement("21");
        require(++informations <= MOST_DETAILS, "21");
        switch (record.at(2)) {
            case '1' -> current.information(record);
            case '2' -> current.moreInformation(record, 115);
            case '3' -> current.moreInformation(record, 100);
            default -> throw problems.broken("record", Texts.message("coda.record"), "31, 32, 33");
        }
    }

    private void readClosing(CodaRecord record) {
        require(isInside(), "1");
        records++;
        statement.tellEntry();
        movement = null;
        if (!statement.account().isRepeatedIn(record)) {
            problems.warn(
                    "account",
                    Texts.message("coda.account-changes"),
                    record.text(5, 41),
                    statement.account().id().number());
        }
        balance(Balance.Kind.CLOSING, record.signed(42, 43, 57), record.date(58, 63));
        statement.closingSeen();
    }

    private void readTrailer(CodaRecord record) {
        require(statement != null && statement.isClosingSeen(), "8");
        ControlTotals totals =
                new ControlTotals(Optional.empty(), Optional.empty(), record.amount(38, 52), record.amount(23, 37));
        statement.writer().control(before.map(told -> rest(totals, told)).orElse(totals));
        closeStatement();
        checkCount(record);
        statement = null;
        header = null;
    }

    /** The totals of a file with several statements, without what the statements before come to. */
    private static ControlTotals rest(ControlTotals totals, ControlTotals told) {
        return new ControlTotals(
                Optional.empty(),
                Optional.empty(),
                totals.credits().map(all -> all.subtract(told.credits().orElse(BigDecimal.ZERO))),
                totals.debits().map(all -> all.subtract(told.debits().orElse(BigDecimal.ZERO))));
    }

    private void checkCount(CodaRecord record) {
        Optional<Long> stated = record.number(17, 22);
        if (stated.isPresent() && stated.get() != records) {
            problems.tell(Problem.error(ErrorClass.E5.code("records"), Texts.message("coda.records"))
                    .where(record.place() + ", column 17")
                    .found(String.valueOf(records))
                    .expected(String.valueOf(stated.get()))
                    .advice(Texts.message("coda.records.advice"))
                    .build());
        }
    }

    private void closeStatement() {
        if (statement != null) {
            before = Optional.of(statement.totals(before));
            statement.writer().close();
        }
    }

    private void balance(Balance.Kind kind, Optional<BigDecimal> amount, Optional<LocalDate> date) {
        amount.ifPresent(told -> statement.writer().balance(new Balance(kind, told, date)));
    }

    private boolean isInside() {
        return statement != null && !statement.isClosingSeen();
    }

    private Movement movement(String expected) {
        require(movement != null, expected);
        return movement;
    }

    private void require(boolean inOrder, String expected) {
        if (!inOrder) {
            throw order(expected);
        }
    }

    private TickmarkException order(String expected) {
        return problems.broken("order", Texts.message("coda.order"), expected);
    }
}

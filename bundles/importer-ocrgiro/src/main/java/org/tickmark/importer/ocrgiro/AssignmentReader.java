package org.tickmark.importer.ocrgiro;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.importer.AccountId;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.api.importer.StatementSink;
import org.tickmark.api.importer.StatementWriter;
import org.tickmark.kit.lines.EncodingOption;
import org.tickmark.kit.lines.FixedRecord;
import org.tickmark.kit.lines.LineProblems;
import org.tickmark.kit.lines.LineProblems.Field;
import org.tickmark.kit.lines.LineReader;
import org.tickmark.kit.reference.CheckDigits;

/** Reads the records of a file: shipments of assignments of payments, each payment of two or three records. One payment is held at a time. */
final class AssignmentReader {
    private static final int LENGTH = 80;
    private static final int MOST_LINES = 100;
    private static final int OCR_GIRO = 9;
    private static final int AVTALE_GIRO = 21;

    private final LineReader lines;
    private final FixedRecord record;
    private final LineProblems problems;
    private final ReadContext context;
    private final StatementSink sink;
    private Totals shipmentTotals;
    private Totals assignmentTotals;
    private StatementWriter statement;
    private Payment payment;
    private int paymentLines;
    private String shipment = "";
    private String assignment = "";

    AssignmentReader(InputStream in, ReadContext context, StatementSink sink) throws IOException {
        this.lines =
                new LineReader(in, context.limits().line(), EncodingOption.rule(context, OcrGiroImporter.ENCODING));
        this.record = new FixedRecord(lines, LENGTH);
        this.problems = new LineProblems(lines, sink, "ocr-giro", "OCR giro");
        this.context = context;
        this.sink = sink;
    }

    /** Reads the file and tells what is in it. */
    void read() throws IOException {
        if (!lines.nextFilled()) {
            throw problems.empty();
        } else if (!lines.startsWith(OcrGiroImporter.START)) {
            throw problems.other(OcrGiroImporter.START);
        }
        do {
            record.take();
            readRecord();
        } while (lines.nextFilled());
        if (shipmentTotals != null) {
            throw problems.cutOff("NY000089");
        }
        problems.finish();
    }

    private void readRecord() {
        int service = (int) record.number(3, 4);
        int kind = (int) record.number(7, 8);
        if (!record.ascii(1, 2).equals("NY") || service < 0 || kind < 0 || record.number(5, 6) < 0) {
            throw broken("record", "NY…");
        }
        if (service != 0 && service != OCR_GIRO) {
            throw otherService(service);
        }
        if (service == 0 && kind == 10) {
            startShipment();
        }
        requireShipment();
        shipmentTotals.countRecord();
        if (service == OCR_GIRO) {
            readOfAssignment(kind);
        } else if (kind == 89) {
            endShipment();
        } else if (kind != 10) {
            throw broken("record", "NY000010, NY000089");
        }
    }

    private void readOfAssignment(int kind) {
        if (kind == 20) {
            startAssignment();
        } else if (statement == null) {
            throw broken("order", "NY090020");
        }
        assignmentTotals.countRecord();
        switch (kind) {
            case 20 -> {
                // has begun
            }
            case 30 -> startPayment();
            case 31 -> {
                requirePayment();
                payment.paidFrom(record.withoutZeros(26, 34), record.withoutZeros(48, 58));
            }
            case 32 -> text();
            case 88 -> endAssignment();
            default -> throw broken("record", "20, 30, 31, 32, 88");
        }
    }

    private void startShipment() {
        if (shipmentTotals != null) {
            throw broken("order", "NY000089");
        }
        shipmentTotals = new Totals();
        shipment = record.ascii(17, 23);
    }

    private void endShipment() {
        if (statement != null) {
            throw broken("order", "NY090088");
        }
        shipmentTotals.compare(record, problems);
        shipmentTotals = null;
    }

    private void startAssignment() {
        if (statement != null) {
            throw broken("order", "NY090088");
        }
        assignmentTotals = new Totals();
        assignment = record.ascii(18, 24);
        if (record.number(25, 35) < 0) {
            problems.field(Field.ACCOUNT, record.place(25, 35), record.ascii(25, 35), "12345678903");
        }
        statement = sink.open(
                StatementHeader.of(context.kind().orElse(Kind.STATEMENT), AccountId.bban(record.ascii(25, 35)), "NOK")
                        .id(shipment + "/" + assignment)
                        .build());
    }

    private void endAssignment() {
        tellPayment();
        assignmentTotals.compare(record, problems);
        statement.close();
        statement = null;
    }

    private void startPayment() {
        context.cancel().throwIfCancelled();
        tellPayment();
        String number = record.ascii(9, 15);
        String settlement =
                record.ascii(16, 21) + "-" + record.ascii(22, 23) + "-" + record.ascii(24, 25) + "-" + record.at(26);
        payment = new Payment(
                number,
                shipment + "/" + assignment + "/" + number,
                amount(),
                day(),
                kid(),
                settlement,
                record.ascii(5, 6),
                lines.place());
        paymentLines = 0;
        shipmentTotals.countPayment(payment);
        assignmentTotals.countPayment(payment);
    }

    /** The sign stands before the amount, and may do so whatever the type of the payment. */
    private Optional<BigDecimal> amount() {
        Optional<BigDecimal> amount = record.units(33, 49, 2);
        boolean negative = record.at(32) == '-';
        boolean signed = negative || record.at(32) == '0' || record.at(32) == ' ' || record.at(32) == '+';
        if (amount.isEmpty() || !signed) {
            problems.field(
                    Field.AMOUNT, record.place(32, 49), record.ascii(32, 49), "000000000000125000, -00000000000125000");
            return Optional.empty();
        }
        return negative ? amount.map(BigDecimal::negate) : amount;
    }

    private Optional<LocalDate> day() {
        Optional<LocalDate> day = record.dayMonthYear(16);
        if (day.isEmpty()) {
            problems.field(Field.DATE, record.place(16, 21), record.ascii(16, 21), "261126");
        }
        return day;
    }

    private String kid() {
        String kid = record.ascii(50, 74);
        if (!kid.isEmpty() && !CheckDigits.isLuhn(kid) && !CheckDigits.isMod11(kid)) {
            problems.warn("kid", Texts.message("ocrgiro.kid"), kid, "MOD10, MOD11");
        }
        return kid;
    }

    private void text() {
        requirePayment();
        String line = problems.checked(record.text(16, 55));
        if (!line.isEmpty()) {
            payment.addText(line);
        }
    }

    private void tellPayment() {
        if (payment != null) {
            payment.amount().ifPresent(amount -> statement.entry(payment.entry(amount)));
            payment = null;
        }
    }

    private void requireShipment() {
        if (shipmentTotals == null) {
            throw broken("order", OcrGiroImporter.START);
        }
    }

    /** The records of a payment repeat its number. */
    private void requirePayment() {
        if (payment == null || !payment.number().equals(record.ascii(9, 15)) || ++paymentLines > MOST_LINES) {
            throw broken("order", "30");
        }
    }

    private RuntimeException broken(String word, String expected) {
        return problems.broken(word, Texts.message("ocrgiro." + word), expected);
    }

    private RuntimeException otherService(int service) {
        boolean avtaleGiro = service == AVTALE_GIRO;
        return Problem.error(
                        ErrorClass.E2.code(avtaleGiro ? "avtalegiro" : "service"),
                        Texts.message(avtaleGiro ? "ocrgiro.avtalegiro" : "ocrgiro.service"))
                .where(record.place(3, 4))
                .found(record.ascii(3, 4))
                .expected("09")
                .advice(Texts.message("ocrgiro.service.advice"))
                .exception();
    }
}

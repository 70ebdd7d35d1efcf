package org.tickmark.importer.ocrgiro;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests; accounts and payers are invented. */
final class OcrGiro {
    static final String START = pad("NY00001000008080000012300001234");
    static final String ASSIGNMENT = pad("NY090020001234567000000112345678903");

    private OcrGiro() {}

    /** A record of 80 characters with a line end. */
    static String pad(String record) {
        return record + "0".repeat(80 - record.length()) + "\r\n";
    }

    /** A payment of type 10 with its second record. */
    static String payment(int number, String amount, String kid) {
        long cents = new BigDecimal(amount).movePointRight(2).longValueExact();
        String sign = cents < 0 ? "-" : "0";
        return pad(String.format(
                        "NY091030%07d261126010010000%d%s%017d%25s", number, number % 10, sign, Math.abs(cents), kid))
                + pad(String.format("NY091031%07d0000000000%09d000000025112698765432109", number, 12_345_678 + number));
    }

    /** A line of text of a payment. */
    static String text(int number, String line) {
        return String.format("NY091032%07d%-40s", number, line) + "0".repeat(25) + "\r\n";
    }

    /** The end of an assignment and of its shipment, which hold so many payments and records of payments. */
    static String end(long payments, long records, String sum) {
        long cents = new BigDecimal(sum).movePointRight(2).longValueExact();
        return pad(String.format("NY090088%08d%08d%017d261126261126261126", payments, records + 2, cents))
                + pad(String.format("NY000089%08d%08d%017d261126", payments, records + 4, cents));
    }

    static RecordingSink read(String file) {
        RecordingSink sink = new RecordingSink();
        try {
            byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
            new OcrGiroImporter().read(new ByteArrayInputStream(bytes), ReadContext.of("test.txt"), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}

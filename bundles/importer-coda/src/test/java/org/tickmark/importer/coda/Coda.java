package org.tickmark.importer.coda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests, record by record; parties are invented. */
final class Coda {
    static final String HEADER = record(
            "0000",
            5,
            "0021126725",
            15,
            "05",
            25,
            "FJORD00001",
            35,
            "FJORD NV",
            61,
            "FJORBEBB",
            72,
            "00123456749",
            84,
            "00000",
            128,
            "2");
    static final String OPENING = opening("BE68539007547034", "0000000001000000");

    private Coda() {}

    /** A record: its first characters, then positions and what stands there. */
    static String record(String start, Object... parts) {
        StringBuilder record = new StringBuilder(start);
        record.append(" ".repeat(CodaRecord.LENGTH - start.length()));
        for (int i = 0; i < parts.length; i += 2) {
            int at = (Integer) parts[i] - 1;
            String text = (String) parts[i + 1];
            record.replace(at, at + text.length(), text);
        }
        return record + "\n";
    }

    /** A record 1 with an IBAN. */
    static String opening(String iban, String balance) {
        return record(
                "12042",
                6,
                iban,
                40,
                "EUR",
                43,
                balance,
                59,
                "011126",
                65,
                "FJORD NV",
                91,
                "ZICHTREKENING",
                126,
                "017");
    }

    /**
     * A record 21 with a communication.
     *
     * @param number of movement and detail, eight digits
     * @param amount sign and fifteen digits
     * @param type the first digit of the transaction code
     */
    static String movement(String number, String amount, int type, String communication) {
        return record(
                "21" + number,
                11,
                "REF" + number,
                32,
                amount,
                48,
                "021126",
                54,
                type + "0150000",
                62,
                communication,
                116,
                "031126",
                122,
                "042",
                125,
                "0");
    }

    /** A record 8. */
    static String closing(String iban, String balance) {
        return record("8042", 5, iban, 39, "EUR", 42, balance, 58, "031126", 128, "0");
    }

    /** A record 9. */
    static String trailer(int records, String debits, String credits) {
        return record("9", 17, String.format(Locale.ROOT, "%06d", records), 23, debits, 38, credits, 128, "2");
    }

    /** A whole file of one statement, whose old balance is 1000. */
    static String file(String movements, String closingBalance, String debits, String credits) {
        int records = 2
                + (int) movements.lines().filter(line -> !line.startsWith("4")).count();
        return HEADER
                + OPENING
                + movements
                + closing("BE68539007547034", closingBalance)
                + trailer(records, debits, credits);
    }

    /** The only entry of a file in which it is 10 in. */
    static ImportedEntry entry(String records) {
        RecordingSink sink = read(file(records, "0000000001010000", "000000000000000", "000000000010000"));
        if (!sink.errors().isEmpty() || sink.statements().get(0).entries().size() != 1) {
            throw new AssertionError("expected one entry: " + sink.transcript());
        }
        return sink.statements().get(0).entries().get(0);
    }

    static RecordingSink read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static RecordingSink read(byte[] file, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context =
                    new ReadContext("test.cod", Optional.empty(), options, Limits.USUAL, CancelToken.NEVER);
            new CodaImporter().read(new ByteArrayInputStream(file), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}

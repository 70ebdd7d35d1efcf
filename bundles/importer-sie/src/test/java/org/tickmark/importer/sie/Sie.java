package org.tickmark.importer.sie;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests; companies are invented. */
final class Sie {
    static final String HEAD = """
            #FLAGGA 0
            #PROGRAM "Prov" 1.0
            #FORMAT PC8
            #GEN 20261130
            #SIETYP 4
            #ORGNR 556677-8899
            #FNAMN "Fjord AB"
            #RAR 0 20260101 20261231
            #RAR -1 20250101 20251231
            """;

    private Sie() {}

    /** A voucher of two rows over accounts 1930 and 3001. */
    static String voucher(String head, String amount) {
        String other = amount.startsWith("-") ? amount.substring(1) : "-" + amount;
        return "#VER " + head + "\n{\n#TRANS 1930 {} " + amount + "\n#TRANS 3001 {} " + other + "\n}\n";
    }

    static RecordingSink read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), Limits.USUAL, Map.of());
    }

    static RecordingSink read(byte[] file, Limits limits, Map<String, String> options) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context = new ReadContext("test.se", Optional.empty(), options, limits, CancelToken.NEVER);
            new SieImporter().read(new ByteArrayInputStream(file), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }

    /** The statement of an account. */
    static RecordedStatement account(RecordingSink sink, String number) {
        return sink.statements().stream()
                .filter(statement -> statement.header().account().number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}

package org.tickmark.importer.bai2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.CancelToken;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.api.importer.Limits;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementHeader.Kind;
import org.tickmark.testkit.importer.RecordingSink;

/** Makes and reads files for tests; parties are invented. */
final class Bai {
    static final String FILE = "01,FJORDBANK,FJELLINC,261103,0400,1,80,1,2/\n";
    static final String GROUP = "02,FJELLINC,FJORDBANK,1,261102,2400,USD,2/\n";

    private Bai() {}

    /**
     * A file of one account.
     *
     * @param account records 03, 16 and 88, each on a line
     * @param total what all their amounts add up to
     */
    static String file(String account, String total) {
        long records =
                account.lines().filter(line -> line.matches("(03|16|88),.*")).count() + 1;
        return FILE + GROUP + account + "49," + total + "," + records + "/\n" + "98," + total + ",1," + (records + 2)
                + "/\n" + "99," + total + ",1," + (records + 4) + "/\n";
    }

    /** The only entry of an account that holds a record 16 of 10 and what continues it. */
    static ImportedEntry entry(String records) {
        RecordingSink sink = read(file("03,123456789,,/\n" + records, "1000"));
        if (!sink.problems().isEmpty() || sink.statements().get(0).entries().size() != 1) {
            throw new AssertionError("expected one entry: " + sink.transcript());
        }
        return sink.statements().get(0).entries().get(0);
    }

    static RecordingSink read(String file) {
        return read(file, Optional.empty());
    }

    static RecordingSink read(String file, Optional<Kind> kind) {
        RecordingSink sink = new RecordingSink();
        try {
            ReadContext context = new ReadContext("test.bai", kind, Map.of(), Limits.USUAL, CancelToken.NEVER);
            new Bai2Importer().read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink;
    }
}

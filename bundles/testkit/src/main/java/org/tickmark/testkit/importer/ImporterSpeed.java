package org.tickmark.testkit.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.api.importer.StatementImporter;

/** Prints how fast an importer reads a file that lies in memory; for tests that are run by hand. It judges nothing but the number of entries. */
public final class ImporterSpeed {
    private static final int ROUNDS = 8;

    private ImporterSpeed() {}

    /**
     * Reads a file again and again.
     *
     * @param name what the lines printed begin with
     * @param entries how many entries the file holds
     */
    public static void print(StatementImporter importer, String name, InputStream file, long entries)
            throws IOException {
        byte[] bytes = file.readAllBytes();
        for (int round = 0; round < ROUNDS; round++) {
            DiscardingSink sink = new DiscardingSink(number -> {});
            long start = System.nanoTime();
            importer.read(new ByteArrayInputStream(bytes), ReadContext.of(name), sink);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(sink.entries()).isEqualTo(entries);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d entries, %.1f MB, %d ms, %.0f MB/s, %,.0f entries/s",
                    name,
                    entries,
                    bytes.length / 1e6,
                    took.toMillis(),
                    bytes.length / 1e3 / took.toMillis(),
                    entries * 1e3 / took.toMillis()));
        }
    }
}

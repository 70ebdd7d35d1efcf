package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.DiscardingSink;

/** Prints how fast tables are read; run by hand, see the README. It judges nothing but the number of rows. */
@EnabledIfSystemProperty(named = "tickmark.speed", matches = "true")
class SpeedTest {
    private static final int ROWS = 300_000;
    private static final int ROUNDS = 8;

    @Test
    void readsTickmarksOwnTable() throws IOException {
        StringBuilder table =
                new StringBuilder("id;booking_date;value_date;amount;currency;reference;counterparty;text\n");
        for (int i = 0; i < ROWS; i++) {
            LocalDate day = day(i);
            table.append("B")
                    .append(i)
                    .append(';')
                    .append(day)
                    .append(';')
                    .append(day)
                    .append(';')
                    .append(amount(i))
                    .append(";SEK;")
                    .append(1_000_000 + i)
                    .append(";Customer ")
                    .append(i % 1000)
                    .append(";Invoice ")
                    .append(100_000 + i)
                    .append('\n');
        }
        measure("tickmark", table);
    }

    @Test
    void readsABanksTableWithBalances() throws IOException {
        StringBuilder table =
                new StringBuilder("Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\r\n");
        BigDecimal balance = BigDecimal.ZERO;
        for (int i = 0; i < ROWS; i++) {
            balance = balance.add(amount(i));
            table.append(day(i).toString().replace('-', '/'))
                    .append(';')
                    .append(amount(i).toString().replace('.', ','))
                    .append(";39 60 12-3;5050-1055;Leverantör ")
                    .append(i % 1000)
                    .append(" AB;Faktura ")
                    .append(100_000 + i)
                    .append(';')
                    .append(balance.toString().replace('.', ','))
                    .append(";SEK\r\n");
        }
        measure("nordea-se", table);
    }

    private static LocalDate day(int row) {
        return LocalDate.of(2026, 1, 1).plusDays(row / 1000);
    }

    private static BigDecimal amount(int row) {
        return BigDecimal.valueOf(row * 7919L % 100_000 - 50_000, 2);
    }

    private static void measure(String name, StringBuilder table) throws IOException {
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            DiscardingSink sink = new DiscardingSink(number -> {});
            long start = System.nanoTime();
            new CsvImporter().read(new ByteArrayInputStream(bytes), ReadContext.of("speed.csv"), sink);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(sink.entries()).isEqualTo(ROWS);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d rows, %.1f MB, %d ms, %.0f MB/s, %,.0f rows/s",
                    name,
                    ROWS,
                    bytes.length / 1e6,
                    took.toMillis(),
                    bytes.length / 1e3 / took.toMillis(),
                    ROWS * 1e3 / took.toMillis()));
        }
    }
}

package org.tickmark.importer.mt940;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.testkit.importer.DiscardingSink;

/** Prints how fast statements are read; run by hand, see the README. It judges nothing but the number of entries. */
@EnabledIfSystemProperty(named = "tickmark.speed", matches = "true")
class SpeedTest {
    private static final int ENTRIES = 200_000;
    private static final int ROUNDS = 10;

    @Test
    void readsTextInNumberedFields() throws IOException {
        measure("numbered", number -> """
                :61:2611021102CR%d,05NTRFNONREF//0724710290%d
                :86:166?00GUTSCHRIFT?100399?20EREF+EndToEndIdTFNR20004000?2101?22SVWZ
                +Rechnung %d vom 02.11.?23Kundennummer 400143254?30PBNKDEFF100?31D
                E42100100100043921105?32Fjord und Fjell Handelsgese?33llschaft
                """.formatted(1 + number % 9000, number, 100_000 + number));
    }

    @Test
    void readsTextInCodedFields() throws IOException {
        measure("coded", number -> """
                :61:2611021102D%d,36NTRFNONREF//14237654%d
                /TRCD/00100/
                :86:/EREF/02164810730%d//CNTP/NL57ABNA0876543211/ABNANL2A/Fjord en Fj
                ell BV///REMI/USTD//Factuurnr %d klantnummer 400143254 november 2/
                """.formatted(1 + number % 9000, number, number, 100_000 + number));
    }

    @Test
    void readsPlainText() throws IOException {
        measure("plain", number -> """
                :61:2611021102C%d,00NTRF%d//MB2611%d
                :86:INNBETALING FRA FJELL OG FJORD AS
                STORGATA %d 2800 GJOVIK
                FAKTURA %d
                """.formatted(1 + number % 9000, number, number, number % 100, 100_000 + number));
    }

    private static void measure(String name, IntFunction<String> entry) throws IOException {
        StringBuilder file = new StringBuilder(Mt.HEAD);
        for (int number = 0; number < ENTRIES; number++) {
            file.append(entry.apply(number));
        }
        byte[] bytes = file.append(Mt.END).toString().getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < ROUNDS; round++) {
            DiscardingSink sink = new DiscardingSink(number -> {});
            long start = System.nanoTime();
            new Mt940Importer().read(new ByteArrayInputStream(bytes), ReadContext.of("speed.sta"), sink);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(sink.entries()).isEqualTo(ENTRIES);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d entries, %.1f MB, %d ms, %.0f MB/s, %,.0f entries/s",
                    name,
                    ENTRIES,
                    bytes.length / 1e6,
                    took.toMillis(),
                    bytes.length / 1e3 / took.toMillis(),
                    ENTRIES * 1e3 / took.toMillis()));
        }
    }
}

package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.FileHead;

/** Damaged tables are read or refused, and nothing else happens. The number of tables is set by {@code tickmark.fuzz}. */
class FuzzTest {
    private static final int USUAL = 3000;
    private static final long SEED = 20_261_122;
    private static final List<String> PIECES = List.of(
            ";",
            ",",
            "\t",
            "|",
            "\"",
            "\n",
            "\r",
            "-",
            "(",
            ")",
            ".",
            " ",
            "\u0000",
            "\uFEFF",
            "€",
            "kr",
            "CR",
            "9",
            "99999999999999999999",
            "2026-13-45",
            "sep=;",
            "Saldo",
            "Total",
            "Ingående saldo",
            "Debit",
            "Credit",
            "\"\"\"",
            "\u2212",
            "'",
            "01/02/03",
            "Reserverad",
            "#",
            "D",
            "K");
    private static final List<String> SEEDS = List.of(
            "id;booking_date;value_date;amount;currency;reference;counterparty;text\n1;2026-11-02;;1.00;SEK;r;c;\"t; u\"\n2;2026-11-03;2026-11-03;-2.50;SEK;;;\n",
            "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\r\n2026/11/03;-0,01;39 60 12-3;;A;B;99,99;SEK\r\n2026/11/02;1,00;;39 60 12-3;C;D;100,00;SEK\r\n",
            "Account number: 1234567,,\nOpening balance,,100.00\nDate,Text,Debit,Credit,Balance\n11/15/2026,a,1.00,,99.00\n11/16/2026,b,,2.00,101.00\nTotal,,1.00,2.00,\n",
            "Dato\tTekst\tBeløp\tD/K\n02.11.2026\ta\t1.234,50\tD\n\tmer tekst\t\t\n13.11.2026\tb\t2,00\tK\n");

    @Test
    void readsOrRefusesWhateverComes() {
        Random random = new Random(SEED);
        for (int number = 0; number < Integer.getInteger("tickmark.fuzz", USUAL); number++) {
            byte[] table = damaged(random);
            Throwable thrown = catchThrowable(() -> Csv.read(table));
            if (thrown != null) {
                assertThat(thrown).as(shown(table)).isInstanceOf(TickmarkException.class);
            }
            assertThat(new CsvImporter().probe(new FileHead("x.csv", table)))
                    .as(shown(table))
                    .isBetween(0, 100);
        }
    }

    private static byte[] damaged(Random random) {
        StringBuilder table = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(table.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> table.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> table.delete(at, Math.min(table.length(), at + random.nextInt(20)));
                default -> table.insert(at, table.substring(at, Math.min(table.length(), at + random.nextInt(60))));
            }
        }
        byte[] bytes = table.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : Encoding.WINDOWS);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static String shown(byte[] table) {
        return new String(table, StandardCharsets.UTF_8);
    }
}

package org.tickmark.importer.csv;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;
import org.tickmark.testkit.importer.ImporterFuzz;
import org.tickmark.testkit.importer.SampleFile;

class FuzzTest {
    private static final int USUAL = 1000;
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
    private static final List<String> TABLES = List.of(
            "id;booking_date;value_date;amount;currency;reference;counterparty;text\n1;2026-11-02;;1.00;SEK;r;c;\"t; u\"\n2;2026-11-03;2026-11-03;-2.50;SEK;;;\n",
            "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\r\n2026/11/03;-0,01;39 60 12-3;;A;B;99,99;SEK\r\n2026/11/02;1,00;;39 60 12-3;C;D;100,00;SEK\r\n",
            "Account number: 1234567,,\nOpening balance,,100.00\nDate,Text,Debit,Credit,Balance\n11/15/2026,a,1.00,,99.00\n11/16/2026,b,,2.00,101.00\nTotal,,1.00,2.00,\n",
            "Dato\tTekst\tBeløp\tD/K\n02.11.2026\ta\t1.234,50\tD\n\tmer tekst\t\t\n13.11.2026\tb\t2,00\tK\n");

    @Test
    void readsOrRefusesWhateverComes() {
        List<SampleFile> files = new ArrayList<>(new CsvImporterContractTest().validFiles());
        files.add(SampleFile.of("made", FileForm.CSV.bytes(Told.made(1, 1, 3))));
        for (String table : TABLES) {
            files.add(SampleFile.of("utf-8", table));
            files.add(SampleFile.of("windows", table.getBytes(Encoding.WINDOWS)));
        }
        ImporterFuzz.of(new CsvImporter(), files, PIECES).run(USUAL);
    }
}

package org.tickmark.importer.csv;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class CsvImporterContractTest extends StatementImporterContract {
    private static final String OWN = "text;booking_date;amount;currency\n";
    private static final String BANK = "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\r\n";

    @Override
    protected StatementImporter importer() {
        return new CsvImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of(
                                "own.csv",
                                OWN
                                        + "Kaffe;2026-11-02;100.00;SEK\n"
                                        + "Lön;2026-11-02;-20.5;SEK\n"
                                        + "Hyra;2026-11-03;3;SEK\n"
                                        + "Ränta;2026-11-04;-0.125;SEK\n")
                        .expecting("- SEK - > -: 100.00 -20.5 3 -0.125"),
                SampleFile.of(
                                "bank.csv",
                                BANK
                                        + "2026/11/04;-20,50;39 60 12-3;5050-1055;Skatteverket;\"Skatt; okt\";1079,50;SEK\r\n"
                                        + "2026/11/02;100,00;;39 60 12-3;Kund;Faktura;1100,00;SEK\r\n",
                                StandardCharsets.ISO_8859_1)
                        .expecting("396012-3 SEK 1000.00 > 1079.50: -20.50 100.00"),
                SampleFile.of("empty.csv", OWN).expecting("- - - > -:"),
                SampleFile.of("guess.csv", """
                                "Date","Label","Amount","Balance"
                                "11/15/2026","a","1,000.25","1000.25"
                                "11/16/2026","b","-0.25","1000.00"
                                """).expecting("- - 0.00 > 1000.00: 1000.25 -0.25"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(
                broken("amount.csv", "a;2026-11-02;1,00;SEK\n"),
                broken("no-amount.csv", "a;2026-11-02;;SEK\n"),
                broken("date.csv", "a;2026-13-02;1.00;SEK\n"),
                broken("no-date.csv", "a;;1.00;SEK\n"),
                broken("currency.csv", "a;2026-11-02;1.00;Krone\n"),
                SampleFile.of("value-date.csv", """
                                booking_date;value_date;amount
                                2026-11-02;2026-02-30;7.00
                                2026-11-03;2026-11-03;1.00
                                """).expecting("- - - > -: 7.00 1.00"),
                SampleFile.of("balance.csv", """
                                Date;Text;Amount;Balance
                                2026-11-02;a;5,00;5,00
                                2026-11-02;a;7,00;x
                                2026-11-03;b;1,00;13,00
                                """).expecting("- - 0.00 > 13.00: 5.00 7.00 1.00"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                "id;booking_date;amount;text\n", entries, number -> number + ";2026-11-02;1.00;R" + number + "\n", "");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("csv");
    }

    /** A table has no trailer: one that ends where a row does, or where its last cell is empty, may be whole. */
    @Override
    protected boolean showsCut(SampleFile file, int length) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        String cut = text.substring(0, length);
        boolean betweenRows = cut.endsWith("\n")
                || cut.endsWith("\r")
                || text.startsWith("\n", length)
                || text.startsWith("\r", length);
        boolean inHeader = cut.indexOf('\n') < 0 && cut.indexOf('\r') < 0;
        String rest = text.substring(length);
        char delimiter = text.indexOf(';') < 0 ? ',' : ';';
        boolean lastCellEmpty = cut.endsWith(String.valueOf(delimiter))
                && rest.lines().findFirst().orElse("").indexOf(delimiter) < 0;
        return inHeader || (!betweenRows && !lastCellEmpty);
    }

    private static SampleFile broken(String name, String row) {
        return SampleFile.of(name, OWN + "x;2026-11-01;5.00;SEK\n" + row + "y;2026-11-03;1.00;SEK\n")
                .expecting("- SEK - > -: 5.00 1.00");
    }
}

package org.tickmark.importer.sie5;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

class Sie5ImporterContractTest extends StatementImporterContract {
    private static final String JOURNAL =
            Sie5.journal(Sie5.voucher("1", "2026-11-02", Sie5.row("1930", "100") + Sie5.row("3001", "-100"))
                    + Sie5.voucher("2", "2026-11-03", Sie5.row("1930", "-20.50") + Sie5.row("3001", "20.50"))
                    + Sie5.voucher("3", "2026-11-04", Sie5.row("1930", "-0.125") + Sie5.row("3001", "0.125")));
    private static final String CASH = "1930 SEK 1000.00 > 1079.375: 100 -20.50 -0.125";
    private static final String SALES = "3001 SEK - > -: -100 20.50 0.125";

    @Override
    protected StatementImporter importer() {
        return new Sie5Importer();
    }

    @Override
    protected List<SampleFile> validFiles() {
        String latin = Sie5.ledger(JOURNAL).replace("UTF-8", "ISO-8859-1");
        return List.of(
                SampleFile.of("ledger.sie", Sie5.ledger(JOURNAL)).expecting(CASH, SALES),
                SampleFile.of("latin.sie", latin, StandardCharsets.ISO_8859_1).expecting(CASH, SALES),
                SampleFile.of("entries.sie", Sie5.document("SieEntry", JOURNAL))
                        .expecting(CASH.replace("1000.00 > 1079.375", "- > -"), SALES),
                SampleFile.of("balances.sie", Sie5.ledger("")).expecting("1930 SEK 1000.00 > 1079.375:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        String good = Sie5.voucher("9", "2026-11-09", Sie5.row("1510", "7") + Sie5.row("3001", "-7"));
        return List.of(
                broken(
                        "amount.sie",
                        Sie5.voucher("1", "2026-11-02", Sie5.row("1510", "1,50") + Sie5.row("3001", "-5")),
                        good,
                        "3001 SEK - > -: -5 -7",
                        "1510 SEK - > -: 7"),
                broken(
                        "date.sie",
                        Sie5.voucher("1", "2026-02-30", Sie5.row("1510", "5") + Sie5.row("3001", "-5")),
                        good,
                        "1510 SEK - > -: 5 7",
                        "3001 SEK - > -: -5 -7"),
                broken(
                        "account.sie",
                        Sie5.voucher("1", "2026-11-02", Sie5.row("", "5") + Sie5.row("3001", "-5")),
                        good,
                        "- SEK - > -: 5",
                        "3001 SEK - > -: -5 -7",
                        "1510 SEK - > -: 7"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        String whole = Sie5.document("Sie", Sie5.journal(Sie5.voucher("1", "2026-11-02", "HERE")));
        int here = whole.indexOf("HERE");
        return GeneratedFile.of(
                whole.substring(0, here),
                entries,
                number -> "<LedgerEntry accountId=\"1930\" amount=\"0.00\" text=\"rad " + number + "\"/>\n",
                whole.substring(here + "HERE".length()));
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("sie5");
    }

    private static SampleFile broken(String name, String voucher, String good, String... expected) {
        return SampleFile.of(name, Sie5.document("Sie", Sie5.journal(voucher + good)))
                .expecting(expected);
    }
}

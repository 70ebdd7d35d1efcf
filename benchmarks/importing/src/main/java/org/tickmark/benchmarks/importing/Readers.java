package org.tickmark.benchmarks.importing;

import java.time.Clock;
import java.util.Map;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.importer.bai2.Bai2Importer;
import org.tickmark.importer.bgmax.BgMaxImporter;
import org.tickmark.importer.camt.CamtImporter;
import org.tickmark.importer.coda.CodaImporter;
import org.tickmark.importer.csv.CsvImporter;
import org.tickmark.importer.mt940.Mt940Importer;
import org.tickmark.importer.ocrgiro.OcrGiroImporter;
import org.tickmark.importer.ofx.OfxImporter;
import org.tickmark.importer.qif.QifImporter;
import org.tickmark.importer.saft.SaftImporter;
import org.tickmark.importer.sie.SieImporter;
import org.tickmark.importer.sie5.Sie5Importer;
import org.tickmark.testkit.file.FileForm;

/** Tickmark's importers. */
final class Readers {
    private static final Map<FileForm, StatementImporter> IMPORTERS = Map.ofEntries(
            Map.entry(FileForm.CAMT, new CamtImporter()),
            Map.entry(FileForm.MT940, new Mt940Importer()),
            Map.entry(FileForm.SIE, new SieImporter()),
            Map.entry(FileForm.SIE5, new Sie5Importer()),
            Map.entry(FileForm.SAFT, new SaftImporter()),
            Map.entry(FileForm.OFX, new OfxImporter()),
            Map.entry(FileForm.QIF, new QifImporter()),
            Map.entry(FileForm.BAI2, new Bai2Importer()),
            Map.entry(FileForm.CODA, new CodaImporter()),
            Map.entry(FileForm.BGMAX, new BgMaxImporter(Clock.systemUTC())),
            Map.entry(FileForm.OCRGIRO, new OcrGiroImporter()),
            Map.entry(FileForm.CSV, new CsvImporter()));

    private Readers() {}

    /** The options that a definition would set for files of this form: QIF does not tell the order of its dates. */
    static Map<String, String> options(FileForm form) {
        return form == FileForm.QIF ? Map.of("date", "dmy") : Map.of();
    }

    /** Who reads files of this form. */
    static StatementImporter importer(FileForm form) {
        return IMPORTERS.get(form);
    }
}

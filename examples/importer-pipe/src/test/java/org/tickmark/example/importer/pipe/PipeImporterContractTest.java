package org.tickmark.example.importer.pipe;

import java.io.InputStream;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;
import org.tickmark.testkit.importer.ForeignFiles;
import org.tickmark.testkit.importer.GeneratedFile;
import org.tickmark.testkit.importer.SampleFile;
import org.tickmark.testkit.importer.StatementImporterContract;

/** All that a format must promise, checked by the testkit: this class only says what the files look like. */
class PipeImporterContractTest extends StatementImporterContract {
    @Override
    protected StatementImporter importer() {
        return new PipeImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("three.pipe", """
                                PIPE|SE4550000000058398257466|SEK|100.00|128.625
                                2026-11-02|50.00|1234567897|Granvik AB|Faktura 17
                                2026-11-03|-20.5|||Avgift
                                2026-11-04|-0.875|||Ränta
                                END|3
                                """)
                        .expecting("SE4550000000058398257466 SEK 100.00 > 128.625: 50.00 -20.5 -0.875"),
                SampleFile.of("none.pipe", "PIPE|SE4550000000058398257466|SEK|5|5\nEND|0")
                        .expecting("SE4550000000058398257466 SEK 5 > 5:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(broken("2026-11-02|20,50||Havn AB|Hyra"), broken("2026-02-30|20.50||Havn AB|Hyra"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of(
                "PIPE|SE4550000000058398257466|SEK|0.00|" + entries + ".00\n",
                entries,
                number -> "2026-11-02|1.00|" + number + "||Avgift\n",
                "END|" + entries + "\n");
    }

    @Override
    protected List<SampleFile> foreignFiles() {
        return ForeignFiles.except("pipe");
    }

    private static SampleFile broken(String line) {
        return SampleFile.of(
                        "broken.pipe",
                        "PIPE|SE4550000000058398257466|SEK|0.00|7.00\n" + line
                                + "\n2026-11-03|7.00||Havn AB|Hyra\nEND|2\n")
                .expecting("SE4550000000058398257466 SEK 0.00 > 7.00: 7.00");
    }
}

package org.tickmark.testkit.importer;

import java.io.InputStream;
import java.util.List;
import org.tickmark.api.importer.StatementImporter;

/** The contract holds for an importer that keeps it; {@link BrokenImportersTest} runs the same one over those that do not. */
class LinesImporterContractTest extends StatementImporterContract {
    @Override
    protected StatementImporter importer() {
        return new LinesImporter();
    }

    @Override
    protected List<SampleFile> validFiles() {
        return List.of(
                SampleFile.of("three.lines", "LINES 123 SEK 10.00\n1\n-2.50\n0.125\nEND 8.625;\n")
                        .expecting("123 SEK 10.00 > 8.625: 1 -2.50 0.125"),
                SampleFile.of("none.lines", "LINES 123 SEK 10.00\nEND 10.00;\n").expecting("123 SEK 10.00 > 10.00:"));
    }

    @Override
    protected List<SampleFile> filesWithABrokenField() {
        return List.of(SampleFile.of("broken.lines", "LINES 123 SEK 10.00\n1\nmuch\n2\nEND 13.00;\n")
                .expecting("123 SEK 10.00 > 13.00: 1 2"));
    }

    @Override
    protected InputStream fileOf(long entries) {
        return GeneratedFile.of("LINES 123 SEK 0.00\n", entries, number -> "1.00\n", "END " + entries + ".00;\n");
    }
}

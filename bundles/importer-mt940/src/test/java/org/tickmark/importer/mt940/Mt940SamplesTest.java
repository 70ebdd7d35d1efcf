package org.tickmark.importer.mt940;

import java.util.List;
import org.tickmark.testkit.importer.SampleFilesContract;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

class Mt940SamplesTest extends SampleFilesContract {
    Mt940SamplesTest() {
        super(new Mt940Importer(), "mt940");
    }

    @Override
    protected boolean isRecognised(String file) {
        return !file.equals("bad-invalid_statement.sta");
    }

    /** Fragments of messages: their expected numbers are those of a reader that takes whatever it finds. */
    @Override
    protected Reading reading(String file, List<ExpectedRow> rows) {
        return file.startsWith("bad-") ? Reading.REFUSED : super.reading(file, rows);
    }

    @Override
    protected String refusal() {
        return "E[123]\\..*";
    }
}

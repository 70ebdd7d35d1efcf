package org.tickmark.importer.ofx;

import java.util.List;
import org.tickmark.testkit.importer.SampleFilesContract;
import org.tickmark.testkit.importer.SampleFolder.ExpectedRow;

class OfxSamplesTest extends SampleFilesContract {
    OfxSamplesTest() {
        super(new OfxImporter(), "ofx");
    }

    @Override
    protected boolean isRecognised(String file) {
        return !file.equals("libofx-bad-failing-ofx-file1.xml");
    }

    @Override
    protected Reading reading(String file, List<ExpectedRow> rows) {
        return switch (file) {
            // Amounts and dates are missing, commented out or misspelt.
            case "oca-test_ofx_wrong.ofx", "ofxparse-decimal_error.ofx" -> Reading.IN_PART;
            // A day does not exist; its transactions are told without it.
            case "ofxparse-date_missing.ofx" -> Reading.WITHOUT_FIELDS;
            default -> super.reading(file, rows);
        };
    }
}

package org.tickmark.importer.ocrgiro;

import org.tickmark.testkit.importer.SampleFilesContract;

class OcrGiroSamplesTest extends SampleFilesContract {
    OcrGiroSamplesTest() {
        super(new OcrGiroImporter(), "ocr");
    }
}

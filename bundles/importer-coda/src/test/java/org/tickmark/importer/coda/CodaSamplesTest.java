package org.tickmark.importer.coda;

import org.tickmark.testkit.importer.SampleFilesContract;

class CodaSamplesTest extends SampleFilesContract {
    CodaSamplesTest() {
        super(new CodaImporter(), "coda");
    }

    @Override
    protected String refusal() {
        return "E2\\.version";
    }
}

package org.tickmark.importer.bai2;

import org.tickmark.testkit.importer.SampleFilesContract;

class Bai2SamplesTest extends SampleFilesContract {
    Bai2SamplesTest() {
        super(new Bai2Importer(), "bai2");
    }

    @Override
    protected boolean isRecognised(String file) {
        return !file.contains("parseError");
    }

    @Override
    protected String refusal() {
        return "E2\\.not-bai2";
    }
}

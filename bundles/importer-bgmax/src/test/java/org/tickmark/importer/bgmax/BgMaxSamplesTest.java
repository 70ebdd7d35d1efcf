package org.tickmark.importer.bgmax;

import org.tickmark.testkit.importer.SampleFilesContract;

class BgMaxSamplesTest extends SampleFilesContract {
    BgMaxSamplesTest() {
        super(BgMax.importer(), "bgmax");
    }
}

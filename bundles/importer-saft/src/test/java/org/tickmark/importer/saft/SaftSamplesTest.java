package org.tickmark.importer.saft;

import org.tickmark.testkit.importer.SampleFilesContract;

class SaftSamplesTest extends SampleFilesContract {
    SaftSamplesTest() {
        super(new SaftImporter(), "saft");
    }
}

package org.tickmark.importer.sie5;

import org.tickmark.testkit.importer.SampleFilesContract;

class Sie5SamplesTest extends SampleFilesContract {
    Sie5SamplesTest() {
        super(new Sie5Importer(), "sie5");
    }
}

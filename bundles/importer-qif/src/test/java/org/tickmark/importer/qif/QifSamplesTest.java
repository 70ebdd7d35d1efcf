package org.tickmark.importer.qif;

import org.tickmark.testkit.importer.SampleFilesContract;

class QifSamplesTest extends SampleFilesContract {
    QifSamplesTest() {
        super(new QifImporter(), "qif");
    }
}

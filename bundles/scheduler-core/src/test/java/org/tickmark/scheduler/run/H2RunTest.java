package org.tickmark.scheduler.run;

import org.tickmark.platform.DatabaseFixture;

class H2RunTest extends RunSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class H2NightRunTest extends NightRunSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

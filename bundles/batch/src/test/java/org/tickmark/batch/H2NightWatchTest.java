package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class H2NightWatchTest extends NightWatchSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

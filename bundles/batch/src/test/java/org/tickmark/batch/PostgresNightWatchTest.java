package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class PostgresNightWatchTest extends NightWatchSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

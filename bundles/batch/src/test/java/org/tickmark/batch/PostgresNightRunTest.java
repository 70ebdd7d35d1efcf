package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class PostgresNightRunTest extends NightRunSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

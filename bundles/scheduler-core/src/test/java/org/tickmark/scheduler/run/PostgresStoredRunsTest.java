package org.tickmark.scheduler.run;

import org.tickmark.platform.DatabaseFixture;

class PostgresStoredRunsTest extends StoredRunsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.scheduler.run;

import org.tickmark.platform.DatabaseFixture;

class PostgresRunTest extends RunSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

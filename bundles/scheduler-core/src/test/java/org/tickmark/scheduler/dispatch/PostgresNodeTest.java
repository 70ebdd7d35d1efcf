package org.tickmark.scheduler.dispatch;

import org.tickmark.platform.DatabaseFixture;

class PostgresNodeTest extends NodeSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

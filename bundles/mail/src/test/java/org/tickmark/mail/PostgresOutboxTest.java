package org.tickmark.mail;

import org.tickmark.platform.DatabaseFixture;

class PostgresOutboxTest extends OutboxSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.platform.event;

import org.tickmark.platform.DatabaseFixture;

final class PostgresEventsTest extends EventsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

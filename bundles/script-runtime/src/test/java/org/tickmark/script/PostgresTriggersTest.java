package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresTriggersTest extends TriggersSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.platform.database;

import org.tickmark.platform.DatabaseFixture;

final class PostgresMigratorTest extends MigratorSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.platform.database;

import org.tickmark.platform.DatabaseFixture;

final class H2MigratorTest extends MigratorSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

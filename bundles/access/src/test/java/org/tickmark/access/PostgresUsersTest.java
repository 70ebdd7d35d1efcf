package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class PostgresUsersTest extends UsersSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

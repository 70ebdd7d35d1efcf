package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class PostgresTokensTest extends TokensSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

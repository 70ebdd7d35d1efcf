package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class PostgresNightWishesTest extends NightWishesSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class H2NightWishesTest extends NightWishesSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

package org.tickmark.platform.database;

import org.tickmark.platform.DatabaseFixture;

final class H2LocksTest extends LocksSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

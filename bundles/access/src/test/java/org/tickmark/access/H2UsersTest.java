package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class H2UsersTest extends UsersSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class H2TokensTest extends TokensSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

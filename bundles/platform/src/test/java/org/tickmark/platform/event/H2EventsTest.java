package org.tickmark.platform.event;

import org.tickmark.platform.DatabaseFixture;

final class H2EventsTest extends EventsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

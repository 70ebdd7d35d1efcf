package org.tickmark.scheduler.dispatch;

import org.tickmark.platform.DatabaseFixture;

class H2NodeTest extends NodeSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

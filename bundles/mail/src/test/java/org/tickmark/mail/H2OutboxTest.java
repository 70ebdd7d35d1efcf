package org.tickmark.mail;

import org.tickmark.platform.DatabaseFixture;

class H2OutboxTest extends OutboxSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class H2AuditTest extends AuditSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

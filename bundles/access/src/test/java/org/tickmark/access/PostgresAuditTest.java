package org.tickmark.access;

import org.tickmark.platform.DatabaseFixture;

final class PostgresAuditTest extends AuditSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.platform.database;

import org.tickmark.platform.DatabaseFixture;

final class PostgresTransactionsTest extends TransactionsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

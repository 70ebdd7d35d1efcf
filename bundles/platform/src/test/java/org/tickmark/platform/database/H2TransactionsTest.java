package org.tickmark.platform.database;

import org.tickmark.platform.DatabaseFixture;

final class H2TransactionsTest extends TransactionsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

package org.tickmark.scheduler.task;

import org.junit.jupiter.api.AfterAll;
import org.tickmark.api.host.Transactions;
import org.tickmark.platform.DatabaseFixture;

class PostgresKeptTimesTest extends KeptTimesSuite {
    private static final DatabaseFixture DATABASE = DatabaseFixture.postgres();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.scheduler", StoredTasks.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Transactions transactions() {
        return TRANSACTIONS;
    }
}

package org.tickmark.reconciliation;

import org.junit.jupiter.api.AfterAll;
import org.tickmark.api.host.Transactions;
import org.tickmark.books.BooksService;
import org.tickmark.platform.DatabaseFixture;

class PostgresExchangeTest extends ExchangeSuite {
    private static final DatabaseFixture DATABASE = DatabaseFixture.postgres();
    private static final Transactions TRANSACTIONS = migrated();

    private static Transactions migrated() {
        DATABASE.migrate("org.tickmark.books", BooksService.class);
        return DATABASE.migrate("org.tickmark.reconciliation", ReconciliationService.class);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Transactions transactions() {
        return TRANSACTIONS;
    }
}

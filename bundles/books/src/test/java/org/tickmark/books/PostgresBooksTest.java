package org.tickmark.books;

import org.junit.jupiter.api.AfterAll;
import org.tickmark.api.host.Transactions;
import org.tickmark.platform.DatabaseFixture;

class PostgresBooksTest extends BooksSuite {
    private static final DatabaseFixture DATABASE = DatabaseFixture.postgres();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.books", BooksService.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Transactions transactions() {
        return TRANSACTIONS;
    }
}

package org.tickmark.importers.pipeline;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.tickmark.api.host.Transactions;
import org.tickmark.books.BooksService;
import org.tickmark.platform.DatabaseFixture;

/** What the pipeline promises, on H2. */
class H2PipelineTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = migrated();

    private static Transactions migrated() {
        DATABASE.migrate("org.tickmark.books", BooksService.class);
        return DATABASE.migrate("org.tickmark.importers", Pipeline.class);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Nested
    class Booking extends BookingSuite {
        @Override
        Transactions transactions() {
            return TRANSACTIONS;
        }
    }

    @Nested
    class Refusal extends RefusalSuite {
        @Override
        Transactions transactions() {
            return TRANSACTIONS;
        }
    }

    @Nested
    class Interruption extends InterruptionSuite {
        @Override
        Transactions transactions() {
            return TRANSACTIONS;
        }
    }

    @Nested
    class Requeue extends RequeueSuite {
        @Override
        Transactions transactions() {
            return TRANSACTIONS;
        }
    }
}

package org.tickmark.calendar;

import org.junit.jupiter.api.AfterAll;
import org.tickmark.api.host.Transactions;
import org.tickmark.platform.DatabaseFixture;

class H2CalendarTest extends CalendarSuites {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.calendar", CalendarComponent.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    Transactions transactions() {
        return TRANSACTIONS;
    }
}

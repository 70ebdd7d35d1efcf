package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class PostgresNightLettersTest extends NightLettersSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

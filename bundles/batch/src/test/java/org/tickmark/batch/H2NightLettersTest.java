package org.tickmark.batch;

import org.tickmark.platform.DatabaseFixture;

class H2NightLettersTest extends NightLettersSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

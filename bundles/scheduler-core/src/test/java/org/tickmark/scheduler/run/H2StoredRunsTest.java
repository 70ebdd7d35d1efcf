package org.tickmark.scheduler.run;

import org.tickmark.platform.DatabaseFixture;

class H2StoredRunsTest extends StoredRunsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

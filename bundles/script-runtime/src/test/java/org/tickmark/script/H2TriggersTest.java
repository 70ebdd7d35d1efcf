package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2TriggersTest extends TriggersSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

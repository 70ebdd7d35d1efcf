package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2ScriptLimitsTest extends ScriptLimitsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

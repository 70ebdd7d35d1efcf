package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresScriptLimitsTest extends ScriptLimitsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

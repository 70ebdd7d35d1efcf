package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresScriptRunsTest extends ScriptRunsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresTracedScriptsTest extends TracedScriptsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

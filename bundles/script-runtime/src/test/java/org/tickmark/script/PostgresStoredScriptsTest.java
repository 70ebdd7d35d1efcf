package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresStoredScriptsTest extends StoredScriptsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

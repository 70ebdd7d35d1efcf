package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2StoredScriptsTest extends StoredScriptsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

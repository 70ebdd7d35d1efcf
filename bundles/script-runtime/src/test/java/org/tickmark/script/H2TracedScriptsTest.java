package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2TracedScriptsTest extends TracedScriptsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

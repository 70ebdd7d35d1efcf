package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2ScriptRunsTest extends ScriptRunsSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

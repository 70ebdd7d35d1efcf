package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class PostgresMacrosTest extends MacrosSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.postgres();
    }
}

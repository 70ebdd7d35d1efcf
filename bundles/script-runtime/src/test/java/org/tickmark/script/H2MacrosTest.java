package org.tickmark.script;

import org.tickmark.platform.DatabaseFixture;

class H2MacrosTest extends MacrosSuite {
    @Override
    DatabaseFixture database() {
        return DatabaseFixture.h2();
    }
}

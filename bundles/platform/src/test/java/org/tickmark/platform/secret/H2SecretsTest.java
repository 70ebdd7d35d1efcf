package org.tickmark.platform.secret;

import org.tickmark.platform.DatabaseFixture;

final class H2SecretsTest extends SecretsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.h2();
    }
}

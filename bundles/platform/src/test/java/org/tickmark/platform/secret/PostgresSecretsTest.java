package org.tickmark.platform.secret;

import org.tickmark.platform.DatabaseFixture;

final class PostgresSecretsTest extends SecretsSuite {
    @Override
    DatabaseFixture open() {
        return DatabaseFixture.postgres();
    }
}

package org.tickmark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;

final class StoreUrlTest {
    @Test
    void setsWhatH2MustNotBeWithout() {
        StoreUrl url = StoreUrl.parse("jdbc:h2:file:/srv/tickmark;CACHE_SIZE=65536;mode=Oracle", "test");

        assertThat(url.forDriver())
                .startsWith("jdbc:h2:async:/srv/tickmark;")
                .contains(";CACHE_SIZE=65536", ";MODE=PostgreSQL", ";WRITE_DELAY=0")
                .doesNotContain("Oracle");
        assertThat(url).hasToString("jdbc:h2:file:/srv/tickmark");
        assertThat(url.driverClass()).isEqualTo("org.h2.Driver");
    }

    @Test
    void showsNoCredentials() {
        StoreUrl url = StoreUrl.parse("jdbc:postgresql://db.example/tickmark?user=u&password=hidden", "test");

        assertThat(url).hasToString("jdbc:postgresql://db.example/tickmark");
        assertThat(url.forDriver()).contains("password=hidden&ApplicationName=tickmark");
        assertThat(url.driverClass()).isEqualTo("org.postgresql.Driver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://localhost/x",
                "jdbc:h2:file:/x;AUTO_SERVER=TRUE",
                "jdbc:mysql://h/x?password=hidden",
                "x",
                ""
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text, "store.url"))
                .isInstanceOfSatisfying(TickmarkException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("config.invalid");
                    assertThat(e.problem().toString()).doesNotContain("hidden");
                });
    }
}

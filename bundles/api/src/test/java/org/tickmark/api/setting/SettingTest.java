package org.tickmark.api.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tickmark.api.message.Message;

class SettingTest {
    private static final Message HELP = Message.verbatim("help");

    @Test
    void theEnvironmentVariableFollowsFromTheKey() {
        assertThat(Setting.integer("store.maxPool", 8, 1, 64, HELP).environmentVariable())
                .isEqualTo("TICKMARK_STORE_MAX_POOL");
    }

    @Test
    void readsValuesOfItsType() {
        assertThat(Setting.flag("batch.enabled", true, HELP).parse("off")).isFalse();
        assertThat(Setting.duration("import.settle", Duration.ofSeconds(2), HELP)
                        .parse("PT5M"))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesAValueOutsideItsBoundsAndSaysThem() {
        Setting<Long> pool = Setting.integer("store.maxPool", 8, 1, 64, HELP);

        assertThatThrownBy(() -> pool.parse("65"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1..64");
        assertThatThrownBy(() -> pool.parse("many")).hasMessage("1..64");
    }

    @Test
    void refusesADefaultThatIsNoValue() {
        assertThatThrownBy(() -> Setting.integer("store.maxPool", 0, 1, 64, HELP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecretReferenceNamesWithoutHolding() {
        assertThat(SecretRef.parse("secret:mail.password")).isEqualTo(new SecretRef("mail.password"));
        assertThat(new SecretRef("mail.password")).hasToString("secret:mail.password");
        assertThatThrownBy(() -> SecretRef.parse("hunter2"))
                .hasMessageNotContaining("hunter2")
                .isInstanceOf(IllegalArgumentException.class);
    }
}

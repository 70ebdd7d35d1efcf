package org.tickmark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.TickmarkException;

class PasswordsTest {
    private static final char[] PASSWORD = "blåbær og fløte 42".toCharArray();

    private final Passwords passwords = new Passwords(1000);

    @Test
    void knowsAPasswordByWhatIsKeptOfIt() {
        String kept = passwords.hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, Optional.of(kept))).isTrue();
        assertThat(passwords.matches("blabær og fløte 42".toCharArray(), Optional.of(kept)))
                .isFalse();
        assertThat(passwords.matches(PASSWORD, Optional.empty())).isFalse();
    }

    @Test
    void keepsNeitherThePasswordNorTheSameTextTwice() {
        String one = passwords.hash(PASSWORD);
        String other = passwords.hash(PASSWORD);

        assertThat(one)
                .startsWith("$pbkdf2-sha512$i=1000$")
                .doesNotContain("blåbær")
                .isNotEqualTo(other);
    }

    /** The test vector of PBKDF2 with HMAC-SHA-512 that libraries agree on: "password", "salt", 1 round. */
    @Test
    void makesWhatOthersMake() {
        String kept = "$pbkdf2-sha512$i=1$c2FsdA$hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lI";

        assertThat(passwords.matches("password".toCharArray(), Optional.of(kept)))
                .isTrue();
    }

    @Test
    void knowsWhatWasMadeWithOtherRounds() {
        assertThat(passwords.isOutdated(new Passwords(2000).hash(PASSWORD))).isTrue();
        assertThat(passwords.isOutdated(passwords.hash(PASSWORD))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"elevenchars", "kari-2026-kari", "KARI and the rest", "aaaaaaaaaaaabbbb", ""})
    void refusesPasswordsThatAreEasilyGuessed(String password) {
        TickmarkException refused = catchThrowableOfType(
                TickmarkException.class, () -> PasswordRules.require("kari", password.toCharArray()));

        assertThat(refused.problem().code()).isIn("password.length", "password.easy");
    }

    @Test
    void refusesAPasswordThatNobodyTypes() {
        TickmarkException refused =
                catchThrowableOfType(TickmarkException.class, () -> PasswordRules.require("kari", new char[201]));

        assertThat(refused.problem().found()).contains("201");
    }
}

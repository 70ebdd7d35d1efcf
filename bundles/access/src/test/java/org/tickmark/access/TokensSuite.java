package org.tickmark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Tokens.Issued;
import org.tickmark.api.host.access.User;

/** What tokens promise, on any database. */
abstract class TokensSuite extends AccessFixture {
    @Test
    void letsAProgramActForAUser() {
        User kari = added("kari", Role.OPERATOR);

        Issued issued = tokens.issue(as(kari), "kari", "nightly script", Set.of(), Tokens.USUAL);

        assertThat(issued.secret()).matches("tmk_[a-z2-7]{10}_[a-z2-7]{52}");
        Caller caller = shown(issued).orElseThrow();
        assertThat(caller.identity()).isEqualTo("user:kari");
        assertThat(caller.origin()).isEqualTo(Origin.REST);
        assertThat(caller.permissions()).isEqualTo(Role.OPERATOR.permissions());
    }

    @Test
    void keepsNothingByWhichATokenCouldBeShown() {
        Issued issued = tokens.issue(as(added("kari", Role.VIEWER)), "kari", "x", Set.of(), Tokens.USUAL);

        String secret = issued.secret().substring(issued.secret().length() - 52);
        assertThat(texts("SELECT id || hash || label || permissions AS text FROM token"))
                .noneMatch(row -> row.contains(secret));
        assertThat(texts("SELECT details AS text FROM audit")).noneMatch(row -> row.contains(secret));
        assertThat(issued.toString()).doesNotContain(secret);
    }

    @Test
    void hasNoMoreRightsThanBothTheTokenAndTheUserHaveNow() {
        User kari = added("kari", Role.OPERATOR);
        Set<Permission> two = Set.of(Permission.TASK_READ, Permission.TASK_RUN);
        Issued issued = tokens.issue(as(kari), "kari", "x", two, Tokens.USUAL);
        assertThat(shown(issued).orElseThrow().permissions()).isEqualTo(two);

        users.save(SHELL, kari.with(Set.of(Role.VIEWER)));

        assertThat(shown(issued).orElseThrow().permissions()).containsExactly(Permission.TASK_READ);
        assertRefused(
                "token.permission", () -> tokens.issue(SHELL, "kari", "y", Set.of(Permission.TASK_RUN), Tokens.USUAL));
    }

    @Test
    void endsWithItsTimeItsUserOrAtAWord() {
        added("kari", Role.VIEWER);
        Issued brief = tokens.issue(SHELL, "kari", "a", Set.of(), Duration.ofMinutes(1));
        Issued revoked = tokens.issue(SHELL, "kari", "b", Set.of(), Tokens.USUAL);
        Issued kept = tokens.issue(SHELL, "kari", "c", Set.of(), Tokens.USUAL);

        clock.advance(Duration.ofMinutes(1));
        assertThat(shown(brief)).isEmpty();
        assertThat(tokens.revoke(SHELL, revoked.token().id())).isTrue();
        assertThat(tokens.revoke(SHELL, revoked.token().id())).isFalse();
        assertThat(shown(revoked)).isEmpty();
        assertThat(tokens.tokens(SHELL)).extracting(Token::label).containsExactly("c");

        users.lock(SHELL, "kari", "");
        assertThat(shown(kept)).isEmpty();
        users.unlock(SHELL, "kari");
        assertThat(shown(kept)).isPresent();
        users.remove(SHELL, "kari");
        assertThat(shown(kept)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tmk_", "tmk_aaaaaaaaaa_", "Bearer", "tmk_aaaaaaaaaa_%' or '1'='1"})
    void isNobodyForWhatIsNoToken(String text) {
        added("kari", Role.VIEWER);

        assertThat(tokens.caller(text, Locale.ENGLISH, Origin.REST)).isEmpty();
    }

    @Test
    void isNobodyForARightIdWithAnotherSecret() {
        added("kari", Role.VIEWER);
        Issued one = tokens.issue(SHELL, "kari", "a", Set.of(), Tokens.USUAL);
        Issued other = tokens.issue(SHELL, "kari", "b", Set.of(), Tokens.USUAL);
        String mixed = one.secret().substring(0, 15) + other.secret().substring(15);

        assertThat(tokens.caller(mixed, Locale.ENGLISH, Origin.REST)).isEmpty();
    }

    @Test
    void notesItsUseOnceAMinute() {
        added("kari", Role.VIEWER);
        Issued issued = tokens.issue(SHELL, "kari", "a", Set.of(), Tokens.USUAL);
        shown(issued);
        Optional<Instant> first = tokens.tokens(SHELL).get(0).lastUsed();
        clock.advance(Duration.ofSeconds(30));
        shown(issued);
        assertThat(tokens.tokens(SHELL).get(0).lastUsed()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        shown(issued);

        assertThat(tokens.tokens(SHELL).get(0).lastUsed()).contains(clock.instant());
    }

    @Test
    void everybodyHasTokensOfTheirOwn() {
        Caller kari = as(added("kari", Role.VIEWER));
        Caller ola = as(added("ola", Role.VIEWER));
        Issued issued = tokens.issue(kari, "kari", "a", Set.of(), Tokens.USUAL);

        assertThat(tokens.tokens(ola)).isEmpty();
        assertThat(tokens.revoke(ola, issued.token().id())).isFalse();
        assertRefused("permission.denied", () -> tokens.issue(ola, "kari", "b", Set.of(), Tokens.USUAL));
        assertThat(tokens.revoke(kari, issued.token().id())).isTrue();
    }

    @Test
    void refusesTokensWithoutUserLabelOrEnd() {
        added("kari", Role.VIEWER);

        assertRefused("user.unknown", () -> tokens.issue(SHELL, "nobody", "a", Set.of(), Tokens.USUAL));
        assertRefused("token.label", () -> tokens.issue(SHELL, "kari", "", Set.of(), Tokens.USUAL));
        assertRefused("token.lasts", () -> tokens.issue(SHELL, "kari", "a", Set.of(), Duration.ofDays(367)));
        assertRefused("token.lasts", () -> tokens.issue(SHELL, "kari", "a", Set.of(), Duration.ZERO));
    }

    private Optional<Caller> shown(Issued issued) {
        return tokens.caller(issued.secret(), Locale.ENGLISH, Origin.REST);
    }
}

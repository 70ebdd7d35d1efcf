package org.tickmark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.SignIn;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;

/** What users may count on, on any database. */
abstract class UsersSuite extends AccessFixture {
    private static final String HOME = "192.0.2.7";

    @Test
    void keepsAUserAsTold() {
        User kari = new User(
                "kari",
                "Kari Nordmann",
                "kari@example.com",
                Set.of(Role.OPERATOR, Role.ACCOUNTANT),
                new TreeSet<>(Set.of("200", "100")),
                Optional.of(Locale.forLanguageTag("nb")));

        users.save(SHELL, kari);

        UserStatus status = users.user(SHELL, "kari").orElseThrow();
        assertThat(status.user()).isEqualTo(kari);
        assertThat(status.createdAt()).isEqualTo(clock.instant());
        assertThat(status.password()).isFalse();
        assertThat(status.isLocked()).isFalse();
        Caller caller = as(status.user());
        assertThat(caller.identity()).isEqualTo("user:kari");
        assertThat(caller.locale()).isEqualTo(Locale.forLanguageTag("nb"));
        assertThat(caller.may(Permission.TASK_RUN)).isTrue();
        assertThat(caller.may(Permission.CONFIG_EDIT)).isFalse();
        assertThat(caller.maySee("300")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Kari", "1kari", "kari nordmann", "kari\n", "käri"})
    void refusesNamesThatCannotBeTypedEverywhere(String name) {
        assertRefused("user.name", () -> users.save(SHELL, user(name, Role.VIEWER)));
        assertThat(users.users(SHELL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kari", "kari@", "a@b@c", "kari@example.com\nBcc: all@example.com", "ka ri@example.com"})
    void a18_refusesAddressesThatAreNone(String email) {
        User kari = new User("kari", "", email, Set.of(), new TreeSet<>(), Optional.empty());

        assertRefused("user.email", () -> users.save(SHELL, kari));
    }

    @Test
    void letsInWhoKnowsThePassword() {
        User kari = added("kari", Role.VIEWER);

        SignIn signIn = users.signIn(" Kari ", PASSWORD.toCharArray(), HOME);

        assertThat(signIn.user().map(UserStatus::user)).contains(kari);
        assertThat(signIn.user().flatMap(UserStatus::lastSignIn)).contains(clock.instant());
        assertThat(acts())
                .containsExactly(
                        "os:ada user.add user/kari",
                        "os:ada user.password user/kari",
                        "user:kari user.sign-in user/kari");
    }

    @Test
    void saysTheSameOfAWrongNameAndAWrongPassword() {
        added("kari", Role.VIEWER);
        users.save(SHELL, user("ola", Role.VIEWER));

        List<Optional<Problem>> answers = List.of(
                users.signIn("kari", "not the right one".toCharArray(), HOME).problem(),
                users.signIn("nobody", PASSWORD.toCharArray(), HOME).problem(),
                users.signIn("ola", PASSWORD.toCharArray(), HOME).problem(),
                users.signIn("' or 1=1 --", PASSWORD.toCharArray(), HOME).problem(),
                users.signIn("kari", new char[0], HOME).problem());

        assertThat(answers.stream()
                        .map(answer -> answer.orElseThrow().toString())
                        .distinct())
                .hasSize(1);
        assertThat(answers.get(0).orElseThrow().code()).isEqualTo("sign-in.refused");
    }

    @Test
    void letsThoseWaitWhoGuessAndThenTwiceAsLong() {
        added("kari", Role.VIEWER);
        for (int i = 0; i < 5; i++) {
            assertThat(guess("kari", HOME).pause()).isZero();
        }

        assertThat(guess("kari", HOME).pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(signIn("kari").problem().orElseThrow().code()).isEqualTo("sign-in.wait");
        clock.advance(Duration.ofSeconds(1));
        assertThat(guess("kari", HOME).pause()).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(2));
        assertThat(signIn("kari").user()).isPresent();
        assertThat(guess("kari", HOME).pause()).isZero();
    }

    @Test
    void neverLetsWaitLongerThanAQuarterOfAnHour() {
        added("kari", Role.VIEWER);
        for (int i = 0; i < 40; i++) {
            guess("kari", "198.51.100." + i);
            clock.advance(Duration.ofMinutes(15));
        }

        assertThat(signIn("kari").user()).isPresent();
    }

    @Test
    void letsAnAddressWaitThatTriesManyNames() {
        added("kari", Role.VIEWER);
        for (int i = 0; i < 21; i++) {
            guess("name" + i, HOME);
        }

        assertThat(signIn("kari").problem().orElseThrow().code()).isEqualTo("sign-in.wait");
        assertThat(users.signIn("kari", PASSWORD.toCharArray(), "198.51.100.1").user())
                .isPresent();
    }

    @Test
    void anAdministratorEndsTheWaiting() {
        added("kari", Role.VIEWER);
        for (int i = 0; i < 8; i++) {
            guess("kari", HOME);
            clock.advance(Duration.ofSeconds(4));
        }
        guess("kari", HOME);

        users.unlock(SHELL, "kari");

        assertThat(signIn("kari").user()).isPresent();
    }

    @Test
    void keepsOutWhoIsLockedUntilThatIsTakenBack() {
        added("kari", Role.VIEWER);

        users.lock(SHELL, "kari", "on leave");
        assertThat(signIn("kari").problem().orElseThrow().code()).isEqualTo("sign-in.refused");
        assertThat(users.user(SHELL, "kari").orElseThrow().lockReason()).contains("on leave");

        users.unlock(SHELL, "kari");
        assertThat(signIn("kari").user()).isPresent();
    }

    @Test
    void endsWhatWasOpenedBeforeRolesUnitsPasswordOrLockChanged() {
        User kari = added("kari", Role.VIEWER);
        long before = version("kari");

        users.save(SHELL, new User("kari", "Kari N.", kari.email(), kari.roles(), kari.units(), kari.language()));
        signIn("kari");
        assertThat(version("kari")).isEqualTo(before);

        users.save(SHELL, kari.with(Set.of(Role.OPERATOR)));
        users.changePassword(SHELL, "kari", "a quite different one".toCharArray());
        users.lock(SHELL, "kari", "");
        assertThat(version("kari")).isEqualTo(before + 3);
        assertThat(signIn("kari").user()).isEmpty();
    }

    @Test
    void keepsAPasswordInItsNewFormOnceItIsTyped() {
        added("kari", Role.VIEWER);
        assertThat(texts("SELECT password AS text FROM app_user")).allMatch(kept -> kept.contains("$i=100$"));
        long before = version("kari");
        usesRounds(200);

        assertThat(signIn("kari").user()).isPresent();

        assertThat(texts("SELECT password AS text FROM app_user")).allMatch(kept -> kept.contains("$i=200$"));
        assertThat(version("kari")).isEqualTo(before);
        assertThat(signIn("kari").user()).isPresent();
    }

    @Test
    void everybodyChangesTheirOwnPasswordAndSeesThemselves() {
        Caller kari = as(added("kari", Role.VIEWER));
        added("ola", Role.VIEWER);

        users.changePassword(kari, "kari", "another one of mine".toCharArray());

        assertThat(users.user(kari, "kari")).isPresent();
        assertRefused("permission.denied", () -> users.user(kari, "ola"));
        assertRefused("permission.denied", () -> users.users(kari));
        assertRefused(
                "permission.denied", () -> users.changePassword(kari, "ola", "another one of mine".toCharArray()));
        assertRefused("permission.denied", () -> users.save(kari, user("kari", Role.ADMIN)));
    }

    @Test
    void nobodyTouchesWhoMayDoMoreThanThey() {
        added("ada", Role.ADMIN);
        added("root", Role.ADMIN);
        added("kari", Role.VIEWER);
        Set<Permission> rights = new HashSet<>(Role.VIEWER.permissions());
        rights.addAll(Set.of(Permission.USER_READ, Permission.USER_EDIT));
        Caller helper = new Caller("user:helper", rights, Set.of(), Locale.ENGLISH, SHELL.origin());

        assertRefused("permission.denied", () -> users.save(helper, user("kari", Role.OPERATOR)));
        assertRefused("permission.denied", () -> users.save(helper, user("ada", Role.VIEWER)));
        assertRefused("permission.denied", () -> users.lock(helper, "ada", ""));
        assertRefused("permission.denied", () -> users.remove(helper, "ada"));
        assertRefused(
                "permission.denied", () -> users.changePassword(helper, "ada", "another one of mine".toCharArray()));
        users.lock(helper, "kari", "");
        users.save(helper, user("new", Role.VIEWER));
        assertThat(users.users(helper)).hasSize(4);
    }

    @Test
    void oneWhoMayDoEverythingRemains() {
        User ada = added("ada", Role.ADMIN);
        users.save(SHELL, user("without-password", Role.ADMIN));

        assertRefused("user.last-admin", () -> users.save(SHELL, ada.with(Set.of(Role.VIEWER))));
        assertRefused("user.last-admin", () -> users.lock(SHELL, "ada", ""));
        assertRefused("user.last-admin", () -> users.remove(SHELL, "ada"));
        added("root", Role.ADMIN);
        users.remove(SHELL, "ada");
        assertThat(users.users(SHELL))
                .extracting(status -> status.user().name())
                .containsExactly("root", "without-password");
    }

    @Test
    void oneWhoMayDoEverythingRemainsEvenIfTwoLeaveAtOnce() throws Exception {
        added("ada", Role.ADMIN);
        added("root", Role.ADMIN);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(() -> removed("ada"), () -> removed("root"));
            int gone = 0;
            for (Future<Boolean> one : threads.invokeAll(both)) {
                gone += one.get() ? 1 : 0;
            }
            assertThat(gone).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(users.users(SHELL)).hasSize(1);
    }

    private boolean removed(String name) {
        try {
            users.remove(SHELL, name);
            return true;
        } catch (TickmarkException e) {
            assertThat(e.problem().code()).isEqualTo("user.last-admin");
            return false;
        }
    }

    @Test
    void saysWhichUserThereIsNot() {
        assertRefused("user.unknown", () -> users.lock(SHELL, "nobody", ""));
        assertRefused("user.unknown", () -> users.changePassword(SHELL, "nobody", PASSWORD.toCharArray()));
        assertThat(users.user(SHELL, "nobody")).isEmpty();
    }

    private SignIn signIn(String name) {
        return users.signIn(name, PASSWORD.toCharArray(), HOME);
    }

    private SignIn guess(String name, String address) {
        return users.signIn(name, "is it this one perhaps".toCharArray(), address);
    }

    private long version(String name) {
        return users.user(SHELL, name).orElseThrow().version();
    }
}

package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.Token;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Tokens.Issued;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class UserCommandsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final FakeTerminal terminal = new FakeTerminal();
    private final TreeMap<String, User> users = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<char[]> passwords = new ArrayList<>();

    private ExitCode run(String... words) {
        List<WorkbenchCommand> commands =
                new ArrayList<>(UserCommands.of(Partly.implemented(Users.class, new UsersMethods()), ZoneOffset.UTC));
        commands.addAll(TokenCommands.of(Partly.implemented(Tokens.class, new TokensMethods()), ZoneOffset.UTC));
        return new Workbench().with(commands.toArray(WorkbenchCommand[]::new)).run(terminal, words);
    }

    /** What of {@link Users} these commands call. */
    public final class UsersMethods {
        public Optional<UserStatus> user(Caller caller, String name) {
            return Optional.ofNullable(users.get(name)).map(this::status);
        }

        public List<UserStatus> users(Caller caller) {
            return users.values().stream().map(this::status).toList();
        }

        private UserStatus status(User user) {
            return new UserStatus(user, Optional.empty(), true, NOW, Optional.empty(), 1);
        }

        public void save(Caller caller, User user) {
            users.put(user.name(), user);
        }

        public void changePassword(Caller caller, String name, char[] password) {
            calls.add("password " + name + " " + new String(password));
            passwords.add(password);
        }

        public void lock(Caller caller, String name, String reason) {
            calls.add("lock " + name + " " + reason);
        }

        public void unlock(Caller caller, String name) {
            calls.add("unlock " + name);
        }

        public void remove(Caller caller, String name) {
            users.remove(name);
        }
    }

    /** What of {@link Tokens} these commands call. */
    public final class TokensMethods {
        public Issued issue(Caller caller, String user, String label, Set<Permission> permissions, Duration lasts) {
            calls.add("issue " + user + " " + label + " " + permissions + " " + lasts);
            return new Issued(
                    new Token("abcdefghij", user, label, permissions, NOW, NOW.plus(lasts), Optional.empty()), "tmk_x");
        }

        public boolean revoke(Caller caller, String id) {
            return id.equals("abcdefghij");
        }
    }

    @Test
    void addsAUserWithThePasswordTypedAndForgetsIt() {
        terminal.answering("blueberries and cream");

        assertThat(run("user", "add", "kari", "--role", "accountant", "--unit", "100", "--language", "nb"))
                .isEqualTo(ExitCode.OK);

        assertThat(users.get("kari").roles()).containsExactly(Role.ACCOUNTANT);
        assertThat(users.get("kari").units()).containsExactly("100");
        assertThat(calls).containsExactly("password kari blueberries and cream");
        assertThat(passwords).singleElement().isEqualTo(new char["blueberries and cream".length()]);
        assertThat(terminal.err()).doesNotContain("blueberries");
    }

    @Test
    void addsAUserWithoutAPasswordWhereThatIsWanted() {
        assertThat(run("user", "add", "reports", "--role", "viewer", "--no-password"))
                .isEqualTo(ExitCode.OK);

        assertThat(users).containsKey("reports");
        assertThat(calls).isEmpty();
    }

    @Test
    void addsNobodyTwice() {
        users.put("kari", user("kari"));

        assertThat(run("user", "add", "kari", "--no-password")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("There is a user kari already").contains("user edit kari");
    }

    @Test
    void refusesARoleThatThereIsNot() {
        assertThat(run("user", "add", "kari", "--role", "boss", "--no-password"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("boss").contains("accountant");
        assertThat(users).isEmpty();
    }

    @Test
    void changesOnlyWhatIsGiven() {
        users.put(
                "kari",
                new User(
                        "kari",
                        "Kari Nordmann",
                        "kari@example.com",
                        Set.of(Role.VIEWER),
                        new TreeSet<>(Set.of("100")),
                        Optional.empty()));

        run("user", "edit", "kari", "--email", "k@example.com");
        run("user", "role", "kari", "operator", "accountant");
        assertThat(users.get("kari").fullName()).isEqualTo("Kari Nordmann");
        assertThat(users.get("kari").email()).isEqualTo("k@example.com");
        assertThat(users.get("kari").units()).containsExactly("100");
        assertThat(users.get("kari").roles()).containsExactly(Role.ACCOUNTANT, Role.OPERATOR);

        run("user", "edit", "kari", "--unit", "*");
        assertThat(users.get("kari").units()).isEmpty();
    }

    @Test
    void showsUsersForPeopleAndPrograms() {
        users.put("kari", user("kari"));

        run("user", "list", "-o", "csv");
        assertThat(terminal.out())
                .isEqualTo("name,full_name,roles,units,locked,last_sign_in\r\nkari,,viewer,,false,\r\n");
        assertThat(run("user", "show", "kari")).isEqualTo(ExitCode.OK);
        assertThat(run("user", "show", "nobody")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("There is no user nobody");
    }

    @Test
    void issuesATokenThatIsShownOnce() {
        assertThat(run("token", "add", "kari", "export", "--permission", "books.read", "--lasts", "P30D"))
                .isEqualTo(ExitCode.OK);

        assertThat(calls).containsExactly("issue kari export [books.read] PT720H");
        assertThat(terminal.out()).contains("tmk_x").contains("2026-04-01 08:00:00 Z");
        assertThat(terminal.err()).contains("not shown again");
    }

    @Test
    void refusesAPermissionThatIsNone() {
        assertThat(run("token", "add", "kari", "export", "--permission", "Everything!"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("Everything!").contains("books.read");
        assertThat(calls).isEmpty();
    }

    @Test
    void revokesATokenOrSaysThatThereIsNone() {
        assertThat(run("token", "revoke", "abcdefghij")).isEqualTo(ExitCode.OK);
        assertThat(run("token", "revoke", "zzz")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("There is no token zzz");
    }

    private static User user(String name) {
        return new User(name, "", "", Set.of(Role.VIEWER), new TreeSet<>(), Optional.empty());
    }
}

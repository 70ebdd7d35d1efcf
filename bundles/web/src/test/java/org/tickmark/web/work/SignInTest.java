package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Permission;
import org.tickmark.api.host.access.Role;
import org.tickmark.web.http.Answer;
import org.tickmark.web.sign.Sessions;

/** Set-up, sign-in and sessions, attack cases A1 to A5, A27 and A39 among them. */
class SignInTest {
    private static final String COOKIE = "tm-" + Bench.PORT;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder)
                .add(Fakes.units(3))
                .add(Fakes.view(
                        "units",
                        Permission.BOOKS_READ,
                        (call, html) -> html.text(
                                call.ask("unit", "list").table().get().rows().toString())));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String code() throws Exception {
        bench.code.provide();
        return Files.readString(bench.code.file()).strip();
    }

    private static String[] setUp(String code, String name, String password) {
        return new String[] {"code", code, "name", name, "password", password, "again", password};
    }

    @Test
    void a01_beforeSetUpNoRouteTellsAnything() {
        for (Route route : bench.workbench.dispatcher().routes()) {
            String path = route.path().replaceAll("\\{[a-z]+}", "units");
            Answer answer = route.method().equals("GET")
                    ? bench.browser().get(path)
                    : bench.browser().post(path, "name", "x");
            switch (route.access()) {
                case OPEN -> assertThat(Browser.body(answer)).isIn("ok\n", "not ready\n");
                case SECRET -> assertThat(answer.status()).as(path).isEqualTo(404);
                case SET_UP -> assertThat(Browser.body(answer)).doesNotContain("U00001");
                case TOKEN -> assertThat(answer.status()).as(path).isEqualTo(503);
                case GUEST, SESSION -> {
                    assertThat(answer.status()).as(path).isIn(303, 403);
                    assertThat(Browser.body(answer)).isIn("", "403\n");
                }
            }
        }
    }

    @Test
    void theFirstAdministratorComesInByTheCodeInTheFile() throws Exception {
        Browser browser = bench.browser();
        assertThat(Browser.body(browser.get("/setup")))
                .contains(bench.code.file().toString());

        Answer in = browser.post("/setup", setUp(code().toLowerCase(Locale.ROOT), "kari", Bench.PASSWORD));

        assertThat(in.status()).isEqualTo(303);
        assertThat(Browser.header(browser.get("/"), "Location")).contains("/w/units");
        assertThat(bench.users.user(Bench.SHELL, "kari").orElseThrow().user().roles())
                .containsExactly(Role.ADMIN);
        assertThat(bench.code.file()).doesNotExist();
        assertThat(browser.get("/setup").status()).isEqualTo(404);
    }

    @Test
    void a02_aWrongCodeIsRefusedAndAfterTenThereIsAnother() throws Exception {
        String first = code();
        for (int i = 0; i < 10; i++) {
            assertThat(bench.browser()
                            .post("/setup", setUp("AAAAA-AAAAA-AAAAA-AAAAA", "kari", Bench.PASSWORD))
                            .status())
                    .isEqualTo(422);
        }

        assertThat(code()).isNotEqualTo(first);
        assertThat(bench.browser()
                        .post("/setup", setUp(first, "kari", Bench.PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a02_aCodeEndsAfterADayAndWithItsUse() throws Exception {
        String first = code();
        bench.clock.advance(Duration.ofHours(25));
        assertThat(bench.browser()
                        .post("/setup", setUp(first, "kari", Bench.PASSWORD))
                        .status())
                .isEqualTo(422);

        String second = code();
        assertThat(bench.browser()
                        .post("/setup", setUp(second, "kari", Bench.PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(bench.browser()
                        .post("/setup", setUp(second, "ola", Bench.PASSWORD))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a03_noPasswordIsThereFromTheStartAndWeakOnesAreRefused() throws Exception {
        for (String password : List.of("", "admin", "short", "kari-kari-kari")) {
            Answer answer = bench.browser().post("/setup", setUp(code(), "kari", password));
            assertThat(answer.status()).as(password).isEqualTo(422);
        }
        assertThat(bench.users.users(Bench.SHELL)).isEmpty();
    }

    @Test
    void a39_theCodeIsItsOwnersAlone() throws Exception {
        code();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.code.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(bench.code.file().getParent())))
                .isEqualTo("rwx------");
    }

    private Answer signIn(Browser browser, String name, String password) {
        return browser.post("/login", "name", name, "password", password, "next", "/w/units");
    }

    @Test
    void a04_theSessionHasAnIdThatThereWasNotBefore() {
        bench.user(Role.ADMIN);
        Browser browser = bench.browser().cookie(COOKIE, "chosen-by-somebody-else");

        Answer in = signIn(browser, "admin", Bench.PASSWORD);
        String first = browser.cookies().get(COOKIE);
        signIn(browser, "admin", Bench.PASSWORD);

        assertThat(Browser.header(in, "Location")).contains("/w/units");
        assertThat(first).isNotEqualTo("chosen-by-somebody-else").hasSizeGreaterThan(40);
        assertThat(browser.cookies().get(COOKIE)).isNotEqualTo(first);
        assertThat(bench.sessions.find(first)).isEmpty();
    }

    @Test
    void a05_theCookieIsForTheServerAlone() {
        bench.user(Role.ADMIN);

        Answer in = signIn(bench.browser(), "admin", Bench.PASSWORD);

        assertThat(Browser.header(in, "Set-Cookie").orElseThrow())
                .contains("; Path=/")
                .contains("; HttpOnly")
                .contains("; SameSite=Strict");
    }

    @Test
    void a05_behindTlsTheCookieNeverGoesInTheClear() {
        Guard guard = new Guard(bench.users, bench.tokens, bench.sessions, true, 443);

        assertThat(guard.cookieOf("x")).startsWith("__Host-tm=x; Path=/; ").contains("; Secure");
    }

    @Test
    void a05_signingOutEndsTheSessionOnTheServer() {
        bench.user(Role.ADMIN);
        Browser browser = bench.signedIn("admin");
        String secret = browser.cookies().get(COOKIE);

        assertThat(browser.post("/logout").status()).isEqualTo(303);

        assertThat(bench.browser().cookie(COOKIE, secret).get("/w/units").status())
                .isEqualTo(303);
    }

    @Test
    void a05_anotherRoleAnotherPasswordAndALockEndSessions() {
        bench.user(Role.ADMIN).user(Role.VIEWER);
        for (Runnable change : List.<Runnable>of(
                () -> bench.users.save(
                        Bench.SHELL,
                        bench.users
                                .user(Bench.SHELL, "viewer")
                                .orElseThrow()
                                .user()
                                .with(Set.of(Role.OPERATOR))),
                () -> bench.users.changePassword(Bench.SHELL, "viewer", (Bench.PASSWORD + "!").toCharArray()),
                () -> bench.users.lock(Bench.SHELL, "viewer", "gone"))) {
            Browser browser = bench.signedIn("viewer");
            assertThat(browser.get("/account").status()).isEqualTo(200);

            change.run();

            assertThat(Browser.header(browser.get("/account"), "Location").orElseThrow())
                    .startsWith("/login");
        }
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterHalfADay() {
        bench.user(Role.ADMIN);
        Browser idle = bench.signedIn("admin");
        bench.clock.advance(Sessions.IDLE.plusSeconds(1));
        assertThat(idle.get("/account").status()).isEqualTo(303);

        Browser busy = bench.signedIn("admin");
        for (int i = 0; i < 26; i++) {
            bench.clock.advance(Duration.ofMinutes(28));
            busy.get("/account");
        }
        assertThat(busy.get("/account").status()).isEqualTo(303);
    }

    @Test
    void whatAPageAsksByItselfKeepsNoSessionFromEnding() {
        bench.user(Role.ADMIN);
        Browser browser = bench.signedIn("admin").header(Dispatcher.BY_ITSELF, "1");
        for (int i = 0; i < 3; i++) {
            bench.clock.advance(Duration.ofMinutes(11));
            browser.get("/live");
        }

        assertThat(browser.get("/live").status()).isEqualTo(303);
    }

    @Test
    void a27_aWrongNameAndAWrongPasswordAreAnsweredAlike() {
        bench.user(Role.ADMIN);

        Answer wrongPassword = signIn(bench.browser(), "admin", "guessed guessed");
        Answer wrongName = signIn(bench.browser(), "nobody", "guessed guessed");

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(Browser.body(wrongName).replace("nobody", "admin")).isEqualTo(Browser.body(wrongPassword));
        assertThat(wrongName.status()).isEqualTo(401);
    }

    @Test
    void a27_whoGuessesWaits() {
        bench.user(Role.ADMIN);
        for (int i = 0; i < 6; i++) {
            signIn(bench.browser(), "admin", "guessed guessed");
        }

        Answer waiting = signIn(bench.browser(), "admin", Bench.PASSWORD);

        assertThat(waiting.status()).isEqualTo(429);
        assertThat(Browser.header(waiting, "Retry-After")).isPresent();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(bench.browser(), "admin", Bench.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void comesBackToThePageAskedForAndNeverElsewhere() {
        bench.user(Role.ADMIN);
        assertThat(Browser.header(bench.browser().get("/w/units?q=a%20b"), "Location"))
                .contains("/login?next=%2Fw%2Funits%3Fq%3Da%2520b");
        for (String elsewhere :
                List.of("https://example.com/", "//example.com/w/x", "/\\example.com", "javascript:x")) {
            Answer in = bench.browser().post("/login", "name", "admin", "password", Bench.PASSWORD, "next", elsewhere);
            assertThat(Browser.header(in, "Location")).as(elsewhere).contains("/");
        }
    }

    @Test
    void whoChangesTheirPasswordGetsANewSessionAndTheOthersEnd() {
        bench.user(Role.ADMIN);
        Browser other = bench.signedIn("admin");
        Browser browser = bench.signedIn("admin");
        String next = "ny og bedre setning";

        assertThat(browser.post("/account/password", "old", "wrong", "password", next, "again", next)
                        .status())
                .isEqualTo(422);
        Answer changed = browser.post("/account/password", "old", Bench.PASSWORD, "password", next, "again", next);

        assertThat(changed.status()).isEqualTo(303);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(other.get("/account").status()).isEqualTo(303);
        assertThat(signIn(bench.browser(), "admin", next).status()).isEqualTo(303);
    }

    @Test
    void endsTheOtherSessionsOfTheirOwnAndNobodyElses() {
        bench.user(Role.ADMIN).user(Role.VIEWER);
        Browser other = bench.signedIn("viewer");
        Browser admin = bench.signedIn("admin");
        Browser viewer = bench.signedIn("viewer");
        String own =
                bench.sessions.find(other.cookies().get(COOKIE)).orElseThrow().id();
        String foreign =
                bench.sessions.find(admin.cookies().get(COOKIE)).orElseThrow().id();

        viewer.post("/account/sessions/end", "session", foreign);
        viewer.post("/account/sessions/end", "session", own);

        assertThat(other.get("/account").status()).isEqualTo(303);
        assertThat(admin.get("/account").status()).isEqualTo(200);
        assertThat(viewer.get("/account").status()).isEqualTo(200);
    }

    @Test
    void aTokenOfTheirOwnIsShownOnceAndRevoked() {
        bench.user(Role.ADMIN).user(Role.VIEWER);
        Browser viewer = bench.signedIn("viewer");

        String page = Browser.body(viewer.post("/account/tokens/add", "label", "night", "days", "30"));
        String secret = page.replaceAll("(?s).*(tmk_[^<]+)<.*", "$1");

        assertThat(Browser.body(viewer.get("/account"))).contains("night").doesNotContain(secret);
        Browser program = bench.browser().header("authorization", "Bearer " + secret);
        assertThat(program.get("/api/v1/commands").status()).isEqualTo(200);
        String id = bench.tokens.tokens(Bench.SHELL).get(0).id();
        viewer.post("/account/tokens/revoke", "token", id);
        assertThat(program.get("/api/v1/commands").status()).isEqualTo(401);
    }

    @Test
    void speaksTheLanguageOfTheBrowserUntilAnotherIsChosen() {
        bench.user(Role.ADMIN);
        Browser browser = bench.browser().header("accept-language", "nn-NO,en;q=0.5");
        assertThat(Browser.body(browser.get("/login"))).contains("lang=\"nb\"").contains("Logg inn");

        browser.post("/look", "language", "sv", "theme", "dark", "back", "/login");

        assertThat(Browser.body(browser.get("/login")))
                .contains("lang=\"sv\"")
                .contains("data-theme=\"dark\"")
                .contains("Logga in");
    }
}

package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Permission;
import org.tickmark.api.host.access.Role;
import org.tickmark.web.http.Answer;

/** The interface for programs; attack case A26 among them. */
class RestTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder)
                .add(Fakes.units(2))
                .add(Fakes.addUnit())
                .add(Fakes.deleteUnit())
                .add(Fakes.keepSecret())
                .add(Fakes.readFile())
                .user(Role.ADMIN)
                .user(Role.VIEWER);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Browser program(String user, Permission... permissions) {
        return bearing(bench.tokens
                .issue(Bench.SHELL, user, "test", Set.of(permissions), Duration.ofDays(1))
                .secret());
    }

    private Browser bearing(String secret) {
        return bench.browser().header("authorization", "Bearer " + secret);
    }

    @Test
    void answersWithWhatTheCommandReturnsForPrograms() {
        Answer answer = program("viewer").json("/api/v1/commands/unit/list", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Browser.body(answer)).contains("\"exit_code\": 0").contains("\"code\": \"U00002\"");
    }

    @Test
    void givesACommandWithAllThatItTakes() {
        Answer answer = program("admin")
                .json(
                        "/api/v1/commands/unit/add",
                        "{\"arguments\": {\"CODE\": [\"X1\"]}, \"options\": {\"currency\": \"SEK\", \"dry-run\": true}}");

        assertThat(Browser.body(answer)).contains("\"summary\": \"added X1 SEK true by user:admin\"");
        assertThat(Browser.body(program("admin")
                        .json("/api/v1/commands/unit/delete", "{\"arguments\": {\"CODE\": \"X1\"}, \"yes\": true}")))
                .contains("deleted");
        assertThat(Browser.body(program("admin").json("/api/v1/commands/vault/keep", "{\"secret\": \"sesame\"}")))
                .contains("kept 6");
    }

    @Test
    void tellsWhatIsWrongAsData() {
        Browser admin = program("admin");

        Answer wrong = admin.json("/api/v1/commands/unit/add", "{}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(Browser.body(wrong)).contains("\"code\": \"usage.argument-missing\"");
        assertThat(admin.json("/api/v1/commands/no/such", "{}").status()).isEqualTo(404);
        assertThat(admin.json("/api/v1/commands/file/read", "{\"arguments\": {\"FILE\": \"/etc/passwd\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(program("viewer")
                        .json("/api/v1/commands/unit/add", "{\"arguments\": {\"CODE\": \"X\"}}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void takesNothingButACommandAsJson() {
        for (String json : List.of(
                "[]",
                "{",
                "{} {}",
                "{\"arguments\": []}",
                "{\"argument\": {}}",
                "{\"arguments\": {\"CODE\": {\"a\": 1}}}",
                "{\"arguments\": {\"NAME\": \"x\"}}",
                "{\"yes\": true, \"yes\": true}",
                "{\"arguments\": {\"CODE\": [[[[[[1]]]]]]}}",
                "\u0000")) {
            Answer answer = program("admin").json("/api/v1/commands/unit/add", json);
            assertThat(answer.status()).as(json).isIn(400, 422);
            assertThat(Browser.body(answer)).as(json).contains("\"problems\"");
        }
    }

    @Test
    void describesItselfAsOpenApi() {
        String description = Browser.body(program("viewer").get("/api/v1/openapi.json"));

        assertThat(description)
                .contains("\"openapi\": \"3.0.3\"")
                .contains("\"/api/v1/commands/unit/list\"")
                .doesNotContain("unit/add");
        assertThat(Browser.body(program("admin").get("/api/v1/openapi.json")))
                .contains("\"required\"")
                .contains("\"NOK\"");
    }

    @Test
    void a26_aTokenThatIsOverRevokedMadeUpOrElsewhereOpensNothing() {
        String over = bench.tokens
                .issue(Bench.SHELL, "admin", "test", Set.of(), Duration.ofMinutes(1))
                .secret();
        var revoked = bench.tokens.issue(Bench.SHELL, "admin", "test", Set.of(), Duration.ofDays(1));
        bench.clock.advance(Duration.ofMinutes(2));
        bench.tokens.revoke(Bench.SHELL, revoked.token().id());
        String good = bench.tokens
                .issue(Bench.SHELL, "admin", "test", Set.of(), Duration.ofDays(1))
                .secret();

        for (String secret : List.of(over, revoked.secret(), "", "tmk_made_up", good.substring(1), good + "x")) {
            assertThat(bearing(secret).get("/api/v1/commands").status())
                    .as(secret)
                    .isEqualTo(401);
        }
        assertThat(bench.browser().get("/api/v1/commands?access_token=" + good).status())
                .isEqualTo(401);
        assertThat(bench.browser()
                        .header("authorization", "Basic " + good)
                        .get("/api/v1/commands")
                        .status())
                .isEqualTo(401);
        assertThat(bearing(good).get("/w/units").status()).isEqualTo(303);
    }

    @Test
    void a26_aTokenMayNoMoreThanIsSaidAndThanItsUser() {
        Browser narrow = program("admin", Permission.BOOKS_READ);

        assertThat(narrow.json("/api/v1/commands/unit/list", "{}").status()).isEqualTo(200);
        assertThat(narrow.json("/api/v1/commands/unit/add", "{\"arguments\": {\"CODE\": \"X\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(Browser.body(narrow.get("/api/v1/commands"))).doesNotContain("unit add");
    }
}

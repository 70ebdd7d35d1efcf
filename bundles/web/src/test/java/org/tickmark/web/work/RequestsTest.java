package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Permission;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.workbench.ViewCall.Rows;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Look;
import org.tickmark.web.sign.Hosts;

/** Who may send what from where, attack cases A6 to A8, A10, A13, A33 and A34 among them. */
class RequestsTest {
    private static final Pattern HREF = Pattern.compile("href=\"([^\"#]+)\"");

    @TempDir
    Path folder;

    private final AtomicReference<String> state = new AtomicReference<>("running");
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder)
                .add(Fakes.units(120))
                .add(Fakes.addUnit())
                .add(Fakes.deleteUnit())
                .add(Fakes.failing())
                .add(Fakes.keepSecret())
                .add(Fakes.plugins(state::get))
                .add(Fakes.system("metrics", "tickmark_up 1\n"))
                .add(Fakes.view("units", Permission.BOOKS_READ, (call, html) -> {
                    call.button(html, "unit delete", Map.of("CODE", "U1"), Fakes.words("Delete"));
                    call.list(html, call.ask("unit", "list").table().orElseThrow(), Rows.OPEN);
                }))
                .add(Fakes.view("vault", Permission.CONFIG_EDIT, (call, html) -> html.text("the vault")));
        for (Role role : Role.values()) {
            bench.user(role);
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a06_aFormWithoutTheKeyOfItsSessionOrWithAnothersIsRefused() {
        Browser admin = bench.signedIn("admin");
        Browser viewer = bench.signedIn("viewer");
        viewer.get("/account");
        Parameters form = Parameters.NONE.with("arg.CODE", "X1");

        assertThat(admin.postForm("/do/unit/add", form).status()).isEqualTo(403);
        assertThat(admin.postForm("/do/unit/add", form.with("form_key", "guess"))
                        .status())
                .isEqualTo(403);
        admin.formKey(bench.sessions.of("viewer").get(0).formKey());
        assertThat(admin.post("/do/unit/add", "arg.CODE", "X1").status()).isEqualTo(403);
    }

    @Test
    void a06_aFormFromAnotherSiteIsRefusedThoughItHasTheKey() {
        for (Map.Entry<String, String> sign : List.of(
                Map.entry("origin", "https://evil.example"),
                Map.entry("origin", "null"),
                Map.entry("origin", "http://localhost:9999"),
                Map.entry("sec-fetch-site", "cross-site"),
                Map.entry("sec-fetch-site", "same-site"))) {
            Browser admin = bench.signedIn("admin").header(sign.getKey(), sign.getValue());
            assertThat(admin.post("/do/unit/add", "arg.CODE", "X1").status())
                    .as("%s", sign)
                    .isEqualTo(403);
            Browser nobody = bench.browser().header(sign.getKey(), sign.getValue());
            assertThat(nobody.post("/login", "name", "admin", "password", Bench.PASSWORD)
                            .status())
                    .as("%s", sign)
                    .isEqualTo(403);
        }
        Browser admin = bench.signedIn("admin")
                .header("origin", "http://localhost:" + Bench.PORT)
                .header("sec-fetch-site", "same-origin");
        assertThat(admin.post("/do/unit/add", "arg.CODE", "X1").status()).isEqualTo(303);
    }

    @Test
    void a06_onlyFormsAreFormsAndOnlyJsonIsJson() {
        Browser admin = bench.signedIn("admin");
        String form =
                "arg.CODE=X1&form_key=" + bench.sessions.of("admin").get(0).formKey();
        assertThat(admin.send("POST", "/do/unit/add", "text/plain", form).status())
                .isEqualTo(415);
        assertThat(admin.send("POST", "/do/unit/add", "multipart/form-data", form)
                        .status())
                .isEqualTo(415);

        Browser program = program("admin");
        assertThat(program.send("POST", "/api/v1/commands/unit/add", "text/plain", "{}")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a06_noHeaderAndNoFieldMakesAnotherMethodOfOne() {
        Browser admin = bench.signedIn("admin").header("x-http-method-override", "POST");

        assertThat(Browser.body(admin.get("/do/unit/add?arg.CODE=X1&_method=POST")))
                .contains("added X1 - true")
                .doesNotContain("added X1 - false");
        assertThat(admin.send("PUT", "/do/unit/add", "", "").status()).isEqualTo(405);
        assertThat(Browser.header(admin.send("DELETE", "/w/units", "", ""), "Allow"))
                .contains("GET, POST");
    }

    @Test
    void a06_theInterfaceForProgramsTakesNoCookie() {
        Browser admin = bench.signedIn("admin");

        assertThat(admin.get("/api/v1/commands").status()).isEqualTo(401);
        assertThat(admin.json("/api/v1/commands/unit/add", "{}").status()).isEqualTo(401);
        assertThat(admin.get("/metrics").status()).isEqualTo(401);
    }

    @Test
    void a07_noLinkThatAnAdministratorFindsChangesAnything() {
        Browser admin = bench.signedIn("admin");
        List<String> before = bench.acts();
        Set<String> seen = new TreeSet<>();
        List<String> waiting = new ArrayList<>(List.of("/", "/account", "/commands"));
        while (!waiting.isEmpty() && seen.size() < 120) {
            String address = waiting.remove(0);
            if (seen.add(address)) {
                Matcher links = HREF.matcher(Browser.body(admin.get(address)));
                while (links.find()) {
                    waiting.add(links.group(1).replace("&amp;", "&"));
                }
            }
        }

        assertThat(seen).hasSizeGreaterThan(20).anyMatch(address -> address.startsWith("/do/unit/delete"));
        assertThat(bench.acts()).isEqualTo(before);
        assertThat(admin.get("/account").status()).isEqualTo(200);
    }

    /** Every route with every view and command there is in place of its open parts, for everybody and nobody. */
    @Test
    void a08_everyRouteLetsInWhoMayAndNobodyElse() {
        for (Route route : bench.workbench.dispatcher().routes()) {
            for (Entrance entrance : entrances(route)) {
                for (Role role : Role.values()) {
                    assertEntrance(route, entrance, role);
                }
                assertNobody(route, entrance);
            }
        }
    }

    private record Entrance(String path, Optional<Permission> permission) {}

    private List<Entrance> entrances(Route route) {
        String path = route.path();
        if (path.contains("{view}")) {
            return bench.views.all().stream()
                    .map(spec -> new Entrance(path.replace("{view}", spec.id()), Optional.of(spec.permission())))
                    .toList();
        }
        if (path.contains("{verb}")) {
            return specs().stream()
                    .map(spec -> new Entrance(
                            path.replace("{scope}", spec.scope()).replace("{verb}", spec.verb()),
                            Optional.of(spec.permission())))
                    .toList();
        }
        if (path.equals("/reports/{kind}")) {
            return List.of(new Entrance("/reports/open-items", Optional.of(Permission.RECONCILIATION_READ)));
        }
        if (path.equals("/metrics")) {
            return List.of(new Entrance(path, Optional.of(Permission.SYSTEM_READ)));
        }
        return List.of(new Entrance(path.replace("{scope}", "nothing").replace("{job}", "1"), Optional.empty()));
    }

    private List<CommandSpec> specs() {
        return List.of(
                Fakes.units(1).spec(),
                Fakes.addUnit().spec(),
                Fakes.deleteUnit().spec(),
                Fakes.keepSecret().spec(),
                Fakes.failing().spec());
    }

    private void assertEntrance(Route route, Entrance entrance, Role role) {
        boolean may = entrance.permission()
                .map(permission -> role.permissions().contains(Permission.ALL)
                        || role.permissions().contains(permission))
                .orElse(true);
        int status = (route.access() == Access.TOKEN
                        ? sent(route, program(role.title()), entrance.path())
                        : sent(route, bench.signedIn(role.title()), entrance.path()))
                .status();
        if (may && route.access() == Access.GUEST) {
            assertThat(status).as("%s of %s %s", role, route.method(), entrance).isNotEqualTo(403);
        } else if (may) {
            assertThat(status).as("%s of %s %s", role, route.method(), entrance).isNotIn(401, 403);
        } else {
            assertThat(status).as("%s of %s %s", role, route.method(), entrance).isEqualTo(403);
        }
    }

    private void assertNobody(Route route, Entrance entrance) {
        Answer answer = sent(route, bench.browser(), entrance.path());
        switch (route.access()) {
            case SESSION ->
                assertThat(Browser.header(answer, "Location").orElse(""))
                        .as(entrance.path())
                        .startsWith("/login");
            case TOKEN -> assertThat(answer.status()).as(entrance.path()).isEqualTo(401);
            case SECRET, SET_UP ->
                assertThat(answer.status()).as(entrance.path()).isEqualTo(404);
            case OPEN, GUEST -> assertThat(answer.status()).as(entrance.path()).isIn(200, 303, 401);
        }
    }

    private static Answer sent(Route route, Browser browser, String path) {
        if (route.method().equals("GET")) {
            return browser.get(path);
        }
        return route.access() == Access.TOKEN ? browser.json(path, "{}") : browser.post(path);
    }

    private Browser program(String user) {
        return bench.browser()
                .header(
                        "authorization",
                        "Bearer "
                                + bench.tokens
                                        .issue(Bench.SHELL, user, "test", Set.of(), Duration.ofDays(1))
                                        .secret());
    }

    @Test
    void a09_everyCommandIsGivenInTheUnitsOfTheUserWhereverItComesFrom() {
        bench.add(Fakes.view(
                        "mine",
                        Permission.BOOKS_READ,
                        (call, html) -> html.text("units " + call.caller().units())))
                .add(Fakes.tellUnits());
        bench.users.save(
                Bench.SHELL,
                new User("ola", "", "", Set.of(Role.ACCOUNTANT), new TreeSet<>(Set.of("100")), Optional.empty()));
        Browser ola = bench.signedIn("ola");

        assertThat(Browser.body(ola.get("/w/mine"))).contains("units [100]");
        ola.post("/do/unit/tell", "back", "/account");
        assertThat(Browser.body(ola.get("/account"))).contains("given in [100]");
        assertThat(Browser.body(program("ola").json("/api/v1/commands/unit/tell", "{}")))
                .contains("given in [100]");
    }

    @Test
    void a10_onlyTheNamesOfThisServerAreAnswered() {
        for (String host : List.of("evil.example", "evil.example:8787", "", "localhost.evil.example", "127.0.0.1:x")) {
            Answer answer = bench.browser().header("host", host).get("/login");
            assertThat(answer.status()).as(host).isEqualTo(421);
            assertThat(Browser.body(answer)).isEqualTo("421\n");
        }
        for (String host : List.of("localhost", "LOCALHOST:8787", "127.0.0.1:8787", "[::1]:8787")) {
            assertThat(bench.browser().header("host", host).get("/login").status())
                    .as(host)
                    .isEqualTo(200);
        }
        assertThat(new Hosts(List.of("books.example.com")).allow("books.example.com:443"))
                .isTrue();
    }

    @Test
    void a13_noLineBreakGetsIntoAHeader() {
        Answer answer = bench.signedIn("admin")
                .post("/do/unit/add", "arg.CODE", "X1", "back", "/w/units?x=\r\nSet-Cookie: a=b");

        assertThat(answer.headers()).noneMatch(header -> header.value().contains("\n"));
        assertThat(Look.of("en\r\nX: y", "dark\r\n").cookie()).startsWith("tm-look=any.auto;");
    }

    @Test
    void a25_nothingOfTheShellIsReachedButItsCommands() {
        for (String address : List.of(
                "felix/bundles", "gogo/sh", "gogo/source", "unit/list;unit/add", "unit/list%20%7C%20cat", "exec/ls")) {
            assertThat(program("admin")
                            .json("/api/v1/commands/" + address, "{}")
                            .status())
                    .as(address)
                    .isEqualTo(404);
            assertThat(bench.signedIn("admin").post("/do/" + address).status())
                    .as(address)
                    .isIn(404, 422);
        }
        bench.signedIn("admin").post("/do/unit/add", "arg.CODE", "$(unit delete U1); ${x} | cat", "back", "/account");
        assertThat(Browser.body(bench.signedIn("admin").get("/account"))).doesNotContain("deleted");
    }

    @Test
    void a31_whatPagesAskByThemselvesGetsNothingOnceTheSessionHasEnded() {
        Browser browser = bench.signedIn("admin").header(Dispatcher.BY_ITSELF, "1");
        assertThat(browser.get("/live?revision=none").status()).isEqualTo(200);

        bench.sessions.closeOf("admin");

        Answer answer = browser.get("/live?revision=none");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a33_whatNobodyForesawIsToldWithoutStackPathAndVersion() {
        Answer page = bench.signedIn("admin").post("/do/book/fail");
        Answer answer = program("admin").json("/api/v1/commands/book/fail", "{}");

        for (Answer told : List.of(page, answer)) {
            assertThat(Browser.body(told)).doesNotContain("/srv/secret").doesNotContain("IllegalState");
        }
        assertThat(answer.status()).isEqualTo(500);
        assertThat(bench.browser().get("/nothing/here").status()).isEqualTo(404);
    }

    @Test
    void a33_whereThereIsNothingAPageSaysSoInTheLanguageOfWhoLooks() {
        Answer inside = bench.signedIn("admin").header("accept-language", "sv").get("/w/no/such?x=1");
        Answer outside = bench.browser().header("accept-language", "nb").get("/nothing/%3Cscript%3E");

        assertThat(inside.status()).isEqualTo(404);
        assertThat(Browser.body(inside)).contains("Det finns ingen sida /w/no/such.", "href=\"/w/units\"");
        assertThat(outside.status()).isEqualTo(404);
        assertThat(Browser.body(outside))
                .contains("Det finnes ingen side", "href=\"/\"")
                .doesNotContain("<script", "/w/units");
        assertThat(Browser.body(bench.browser().get("/api/v1/nothing"))).isEqualTo("404\n");
        assertThat(Browser.body(bench.signedIn("admin").post("/nothing"))).isEqualTo("404\n");
    }

    @Test
    void a34_underAssetsThereAreTheFilesThereAreAndNothingElse() {
        Browser browser = bench.browser();
        String page = Browser.body(browser.get("/login"));
        String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]+css)\".*", "$1");

        assertThat(browser.get(style).status()).isEqualTo(200);
        assertThat(Browser.header(browser.get(style), "Cache-Control").orElseThrow())
                .contains("immutable");
        for (String path : List.of(
                "/assets/",
                "/assets/x",
                "/assets/x/",
                "/assets/x/../messages.properties",
                "/assets/x/Texts.class",
                "/assets/x/messages.properties",
                "/assets/x/%2e%2e/tickmark.css",
                "/assets/x/y/tickmark.css")) {
            assertThat(browser.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void headIsGetWithoutABody() {
        assertThat(bench.browser().send("HEAD", "/healthz", "", "").status()).isEqualTo(200);
    }

    @Test
    void probesAnswerWithoutSignIn() {
        assertThat(Browser.body(bench.browser().get("/healthz"))).isEqualTo("ok\n");
        assertThat(Browser.body(bench.browser().get("/readyz"))).isEqualTo("ok\n");
        assertThat(Browser.body(program("viewer").get("/metrics"))).isEqualTo("tickmark_up 1\n");
    }

    @Test
    void whoWaitsForAPartOfTheProductIsNotReady() {
        state.set("waiting");

        Answer waiting = bench.browser().get("/readyz");

        assertThat(waiting.status()).isEqualTo(503);
        assertThat(Browser.body(waiting)).isEqualTo("not ready\n");
    }
}

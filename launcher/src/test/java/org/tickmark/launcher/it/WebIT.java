package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web workbench of the packed program, from the first start to work done. */
class WebIT {
    private static final String PASSWORD = "en ganske lang setning 17";
    private static final Pattern VIEW = Pattern.compile("href=\"(/w/[a-z-]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"form_key\" value=\"([^\"]+)\"");

    @TempDir
    Path temp;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Tickmark tickmark;

    @BeforeEach
    void create() throws IOException {
        tickmark = new Tickmark(temp).with("TICKMARK_HTTP_ENABLED", "true");
    }

    @AfterEach
    void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    @Test
    void fromTheSetUpCodeToWorkDone() throws Exception {
        Running server = tickmark.server();
        Path codeFile = tickmark.data().resolve("secrets/setup-code");
        String code = Files.readString(codeFile).strip();
        assertThat(get("/w/tasks").headers().firstValue("Location")).contains("/setup");
        assertThat(get("/healthz").body()).isEqualTo("ok\n");

        setUp(code);

        everyScreenIsThere();
        workIsDone();
        String feed = aCalendarIsReadAlong();
        aViewComesAndGoesWithItsBundle();
        String token = aTokenIsIssued();
        assertThat(getWith(token, "/metrics")).contains("# TYPE tickmark_");
        assertThat(new NamedCommands(getWith(token, "/api/v1/openapi.json")).missing())
                .as("commands that documents or messages name and nobody has")
                .isEmpty();
        everyColumnHasAHeading();
        a28_noSecretIsInLogsAnswersAndData(PASSWORD, token, code, feed);
        assertThat(codeFile).doesNotExist();
        server.signal("TERM");
        assertThat(server.end().exitCode()).isZero();
        assertThat(tickmark.data().resolve("web.address")).doesNotExist();
    }

    private void setUp(String code) throws Exception {
        HttpResponse<String> done =
                post("/setup", Map.of("code", code, "name", "kari", "password", PASSWORD, "again", PASSWORD));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        HttpResponse<String> page = get("/account");
        assertThat(page.body()).contains("kari");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';");
    }

    private void everyScreenIsThere() throws Exception {
        Set<String> views = new TreeSet<>();
        for (String perspective : List.of("/w/tasks", "/w/reconciliation", "/w/executors", "/w/health")) {
            Matcher links = VIEW.matcher(get(perspective).body());
            while (links.find()) {
                views.add(links.group(1));
            }
        }
        assertThat(views).hasSizeGreaterThanOrEqualTo(16);
        for (String view : views) {
            HttpResponse<String> page = get(view);
            assertThat(page.statusCode()).as(view).isEqualTo(200);
            assertThat(page.body()).as(view).doesNotContain("card error");
        }
    }

    private void workIsDone() throws Exception {
        HttpResponse<String> added = command(
                "/do/unit/add",
                Map.of("arg.CODE", "100", "arg.NAME", "Nordlys AS", "arg.CURRENCY", "NOK", "back", "/w/units"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
        assertThat(get("/w/units").body()).contains("Nordlys AS");
        assertThat(ok(tickmark.run("unit", "list", "-o", "csv"))).contains("Nordlys AS");
        assertThat(get("/w/sessions").body()).contains("kari");
        assertThat(get("/w/audit?q=kari").body()).contains("user:kari");
    }

    /** Tells the secret of the feed. */
    private String aCalendarIsReadAlong() throws Exception {
        ok(tickmark.run("cal", "add", "2030-01-07T09:00", "--title", "Stand-up", "--repeat", "every monday"));
        Matcher secret = Pattern.compile("tmf_[\\w-]+")
                .matcher(ok(tickmark.run("cal", "feed", "add", "Phones", "--ahead", "3660")));
        assertThat(secret.find()).isTrue();
        String address = "/feed.ics?key=" + secret.group();
        HttpResponse<String> calendar = get(address);
        assertThat(calendar.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(calendar.body()).contains("SUMMARY:Stand-up", "RRULE:FREQ=WEEKLY");
        HttpRequest again = HttpRequest.newBuilder(address(address))
                .header("If-None-Match", calendar.headers().firstValue("ETag").orElseThrow())
                .build();
        assertThat(client.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        ok(tickmark.run("cal", "feed", "revoke", "1"));
        assertThat(get(address).statusCode()).isEqualTo(404);
        return secret.group();
    }

    private void aViewComesAndGoesWithItsBundle() throws Exception {
        Path jar = Jars.bundle(
                temp.resolve("guest.jar"),
                Map.of(
                        "Bundle-SymbolicName",
                        "com.example.guest",
                        "Bundle-Version",
                        "1.0.0",
                        "Bundle-Activator",
                        GuestView.class.getName(),
                        "Import-Package",
                        "org.osgi.framework,org.tickmark.api,org.tickmark.api.message,org.tickmark.api.workbench"),
                GuestView.class);
        Jars.drop(jar, tickmark.plugins().resolve("guest.jar"));
        Waiting.until(() -> "a guest", () -> get("/w/guest").body().contains("a guest at kari"));
        assertThat(get("/live?revision=0").body()).contains("/w/guest");

        Files.delete(tickmark.plugins().resolve("guest.jar"));
        Waiting.until(() -> "no guest", () -> get("/w/guest").statusCode() == 404);
    }

    private void everyColumnHasAHeading() throws Exception {
        Properties headings = new Properties();
        try (Reader texts = Files.newBufferedReader(Path.of(
                "../bundles/admin-console/src/main/resources/org/tickmark/console/engine/messages.properties"))) {
            headings.load(texts);
        }
        try (JsonReader sources =
                Json.createReader(new StringReader(ok(tickmark.run("record", "sources", "-o", "json"))))) {
            assertThat(sources.readArray().getValuesAs(JsonObject.class))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(
                                    source.getJsonArray("columns").getValuesAs(JsonString.class))
                            .as("columns of %s", source.getString("name"))
                            .allSatisfy(column -> assertThat(headings).containsKey("column." + column.getString())));
        }
    }

    private String aTokenIsIssued() throws Exception {
        HttpResponse<String> issued = command("/account/tokens/add", Map.of("label", "night", "days", "1"));
        Matcher token = Pattern.compile("<code>([^<]+)</code>").matcher(issued.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private String getWith(String token, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private void a28_noSecretIsInLogsAnswersAndData(String... secrets) throws Exception {
        try (Stream<Path> files = Files.walk(tickmark.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains("/cache/")) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    for (String secret : secrets) {
                        assertThat(text.contains(secret))
                                .as("%s holds %s", file, secret)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(Files.readString(tickmark.data().resolve("log/access.log")))
                .contains("method=POST path=/setup status=303")
                .contains("who=user:kari");
    }

    @Test
    void aPortThatIsTakenIsToldAndTheRestGoesOn() throws Exception {
        tickmark.server();
        int port = address("/").getPort();
        Tickmark other = new Tickmark(Files.createDirectory(temp.resolve("other")))
                .with("TICKMARK_HTTP_ENABLED", "true")
                .with("TICKMARK_HTTP_PORT", String.valueOf(port));
        try {
            Running second = other.server();
            second.awaitErr("127.0.0.1:" + port + " cannot be had");
            assertThat(other.log()).contains("TICKMARK_HTTP_PORT");
            assertThat(ok(other.run("sys", "version"))).contains(Tickmark.VERSION);
        } finally {
            other.killAll();
        }
    }

    private URI address(String path) throws IOException {
        String base = Files.readString(tickmark.data().resolve("web.address")).strip();
        return URI.create(base).resolve(path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = String.join(
                "&",
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends a form with the key of the session, as the form on a page does. */
    private HttpResponse<String> command(String path, Map<String, String> form) throws Exception {
        Matcher key = KEY.matcher(get("/account").body());
        assertThat(key.find()).isTrue();
        Map<String, String> whole = new TreeMap<>(form);
        whole.put("form_key", key.group(1));
        return post(path, whole);
    }
}

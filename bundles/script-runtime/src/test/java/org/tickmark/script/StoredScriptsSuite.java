package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredScriptsSuite {
    private static final Instant FRIDAY_5 = Instant.parse("2026-11-27T05:00:00Z");
    private static final Caller READER = new Caller(
            "user:ola", Set.of(Permission.SCRIPT_READ, Permission.SCRIPT_RUN), Set.of(), Locale.ENGLISH, Origin.WEB);
    private static final Caller DEVELOPER =
            new Caller("user:kari", Role.DEVELOPER.permissions(), Set.of(), Locale.ENGLISH, Origin.WEB);

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private ManualClock clock;
    private Workshop workshop;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.script", StoredScripts.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void prepare() {
        transactions.inTransaction(tx -> {
            for (String table : List.of("script_run", "script_version", "script")) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return true;
        });
        clock = ManualClock.at(FRIDAY_5);
        workshop = new Workshop(transactions, clock);
    }

    private UserStatus status(String name, Role role, Optional<String> locked) {
        User user = new User(name, "", "", Set.of(role), new TreeSet<>(), Optional.empty());
        return new UserStatus(user, locked, true, FRIDAY_5, Optional.empty(), 1);
    }

    // ---------------------------------------------------------------- versions

    @Test
    void eachSavingIsAVersionAndTheSameTwiceIsOne() {
        assertThat(workshop.save("hello", "printLine(\"one\");")).isEqualTo(1);
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(2);
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(2);

        assertThat(workshop.scripts.versions(Workshop.ADMIN, "hello"))
                .extracting(ScriptVersion::number)
                .containsExactly(2, 1);
        assertThat(workshop.audit.actions()).containsExactly("script.save", "script.save");
    }

    @Test
    void aDefinitionIsReadBackWhole() {
        ScriptDefinition whole = new ScriptDefinition(
                "month-end",
                "reports/monthly",
                "crmscript",
                "closes: the month",
                List.of(
                        new ScriptParameter("unit", TaskParameter.Type.TEXT, List.of(), Optional.of(""), "which"),
                        new ScriptParameter(
                                "mode", TaskParameter.Type.CHOICE, List.of("a", "b"), Optional.of("a"), "")),
                List.of("mail", "tasks"),
                "os:test",
                new ScriptLimits(10, Duration.ofSeconds(3), 1 << 20, 100, 5),
                "printLine(\"'quotes' \\\\ æøå\");\n\n\t// tab\n");
        workshop.scripts.save(Workshop.ADMIN, whole, false);

        assertThat(workshop.scripts
                        .script(Workshop.ADMIN, "month-end")
                        .orElseThrow()
                        .definition())
                .isEqualTo(whole);

        String text = workshop.scripts.exportText(Workshop.ADMIN, List.of());
        workshop.scripts.remove(Workshop.ADMIN, "month-end", false);
        assertThat(workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false))
                .containsExactly("month-end");
        assertThat(workshop.scripts
                        .script(Workshop.ADMIN, "month-end")
                        .orElseThrow()
                        .definition())
                .isEqualTo(whole);
    }

    @Test
    void aScriptThatIsWrongIsNotSavedAndEveryErrorHasItsPlace() {
        Scripts.Saved saved = workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.definition("bad", List.of(), ScriptLimits.USUAL, "Integer a = \"x\";", "b = 1;"),
                false);

        assertThat(saved.version()).isZero();
        assertThat(saved.saved()).isFalse();
        assertThat(saved.problems())
                .extracting(found -> found.position().line())
                .containsExactly(1, 2);
        assertThat(workshop.scripts.script(Workshop.ADMIN, "bad")).isEmpty();
    }

    @Test
    void aDryRunSavesNothing() {
        ScriptDefinition script = Workshop.definition("hello", List.of(), ScriptLimits.USUAL, "print(\"x\");");

        assertThat(workshop.scripts.save(Workshop.ADMIN, script, true).saved()).isTrue();
        assertThat(workshop.scripts.script(Workshop.ADMIN, "hello")).isEmpty();
    }

    @Test
    void anEarlierVersionIsRestoredAsTheNewestAndTheDifferenceShown() {
        workshop.save("hello", "printLine(\"one\");", "printLine(\"same\");");
        workshop.save("hello", "printLine(\"two\");", "printLine(\"same\");");

        assertThat(workshop.scripts.diff(Workshop.ADMIN, "hello", 1, 2)).isEqualTo("""
            --- hello@1
            +++ hello@2
            @@ -1,2 +1,2 @@
            -printLine("one");
            +printLine("two");
             printLine("same");
            """);

        assertThat(workshop.scripts.restore(Workshop.ADMIN, "hello", 1, false).version())
                .isEqualTo(3);
        assertThat(workshop.scripts.diff(Workshop.ADMIN, "hello", 1, 3)).isEmpty();
        assertThatThrownBy(() -> workshop.scripts.restore(Workshop.ADMIN, "hello", 9, false))
                .hasMessageContaining("no version 9");
    }

    @Test
    void aNameThatWasRemovedBeginsAnew() {
        workshop.save("hello", "printLine(\"one\");");
        workshop.scripts.remove(Workshop.ADMIN, "hello", false);

        assertThatThrownBy(() -> workshop.run("hello")).hasMessageContaining("no script hello");
        assertThat(workshop.save("hello", "printLine(\"two\");")).isEqualTo(1);
    }

    @Test
    void aTextWithOneWrongScriptSavesNone() {
        String text = """
            scripts:
              - name: good
                language: crmscript
                text: printLine("x");
              - name: bad
                language: crmscript
                text: printLine(y);
            """;

        assertThatThrownBy(() -> workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false))
                .hasMessageContaining("all.yaml:5")
                .hasMessageContaining("bad:1:11");
        assertThat(workshop.scripts.script(Workshop.ADMIN, "good")).isEmpty();
    }

    @Test
    void scriptsOfATextMayIncludeEachOther() {
        String text = """
            scripts:
              - name: main
                language: crmscript
                text: |
                  #include "lib";
                  printLine(greeting());
              - name: lib
                language: crmscript
                text: String greeting() { return "hello"; }
            """;
        workshop.scripts.importText(Workshop.ADMIN, text, "all.yaml", false);

        workshop.run("main");

        assertThat(workshop.output.text).hasToString("hello\n");
    }

    @Test
    void whatADefinitionMayNotHoldIsRefusedWithTheReason() {
        ScriptLimits tooMuch = Workshop.limits(1, Duration.ofDays(2), 1, 1, 1);
        assertThatThrownBy(() ->
                        workshop.scripts.save(Workshop.ADMIN, Workshop.definition("x", List.of(), tooMuch, ""), false))
                .hasMessageContaining("PT48H")
                .hasMessageContaining("PT1H");
        assertThatThrownBy(() -> workshop.save("x", List.of("database"), "")).hasMessageContaining("database");
        assertThatThrownBy(() -> workshop.save("../x", "")).hasMessageContaining("../x");
    }

    // ---------------------------------------------------------------- rights

    @Test
    void rightsAreAskedAtEveryDoor() {
        workshop.save("hello", "printLine(\"x\");");
        ScriptDefinition script = Workshop.definition("mine", List.of(), ScriptLimits.USUAL, "");
        Caller nobody = new Caller("user:x", Set.of(), Set.of(), Locale.ENGLISH, Origin.WEB);

        assertThatThrownBy(() -> workshop.scripts.save(READER, script, false)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.scripts.remove(READER, "hello", false))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.scripts.script(nobody, "hello")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> workshop.run(nobody, "hello", CancelToken.NEVER))
                .isInstanceOf(PermissionDenied.class);
        assertThat(workshop.run(READER, "hello", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FINISHED);
    }

    @Test
    void aScriptHasTheRightsOfWhoRunsItOrOfItsOwner() {
        ScriptDefinition script =
                Workshop.definition("go", List.of("tasks"), ScriptLimits.USUAL, "tasks.start(\"nightly\");");
        workshop.scripts.save(Workshop.ADMIN, script, false);
        ScriptResult refused = workshop.run(READER, "go", CancelToken.NEVER);
        assertThat(refused.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(workshop.started).isEmpty();

        workshop.users.put("kari", status("kari", Role.VIEWER, Optional.empty()));
        workshop.scripts.save(Workshop.ADMIN, Workshop.owned("user:kari", script), false);
        assertThat(workshop.run(READER, "go", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FAILED);

        workshop.users.put("kari", status("kari", Role.DEVELOPER, Optional.empty()));
        assertThat(workshop.run(READER, "go", CancelToken.NEVER).end().outcome())
                .isEqualTo(Outcome.FINISHED);
        assertThat(workshop.started).containsExactly("nightly{}");
    }

    @Test
    void anOwnerWhoMayNotSignInRunsNothing() {
        workshop.users.put("kari", status("kari", Role.DEVELOPER, Optional.of("left")));
        workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.owned("user:kari", Workshop.definition("go", List.of(), ScriptLimits.USUAL, "")),
                false);

        assertThatThrownBy(() -> workshop.run("go")).hasMessageContaining("user:kari");
    }

    @Test
    void nobodyGivesAScriptTheRightsOfAnother() {
        ScriptDefinition script = Workshop.definition("go", List.of("tasks"), ScriptLimits.USUAL, "");
        assertThatThrownBy(() -> workshop.scripts.save(DEVELOPER, Workshop.owned("os:root", script), false))
                .hasMessageContaining("owner");

        workshop.scripts.save(Workshop.ADMIN, Workshop.owned("os:root", script), false);
        assertThatThrownBy(() -> workshop.scripts.save(DEVELOPER, script, false))
                .hasMessageContaining("owner");
        assertThatThrownBy(() -> workshop.scripts.remove(DEVELOPER, "go", false))
                .hasMessageContaining("owner");
    }

    @Test
    void whatRunsInAnOwnersNameIncludesNothingThatOthersCanChange() {
        workshop.scripts.save(
                DEVELOPER,
                Workshop.definition("lib", List.of(), ScriptLimits.USUAL, "String text() { return \"x\"; }"),
                false);
        ScriptDefinition script =
                Workshop.definition("go", List.of(), ScriptLimits.USUAL, "#include \"lib\";", "printLine(text());");

        assertThat(workshop.scripts
                        .save(Workshop.ADMIN, Workshop.owned("os:root", script), true)
                        .problems())
                .isNotEmpty();
        assertThat(workshop.scripts.save(Workshop.ADMIN, script, true).problems())
                .isEmpty();
    }

    // ---------------------------------------------------------------- running

    @Test
    void aRunIsTiedToItsVersionAndToldOf() {
        workshop.save("hello", "printLine(\"one\");");
        workshop.save("hello", "exitWithMessage(\"enough\");");
        workshop.scripts.run(
                Workshop.ADMIN,
                new ScriptRequest("hello", Optional.of(1), Map.of(), "command", false),
                workshop.output,
                CancelToken.NEVER);
        workshop.run("hello");

        assertThat(new ScriptRunRecords(transactions)
                        .list(Workshop.ADMIN, RecordQuery.first(10))
                        .rows())
                .extracting(row -> row.subList(1, 5), row -> row.get(7), row -> row.get(8))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(List.of("hello", 1L, "command", "os:test"), "FINISHED", ""),
                        org.assertj.core.groups.Tuple.tuple(
                                List.of("hello", 2L, "command", "os:test"), "EXITED", "enough"));
        assertThat(new ScriptRecords(transactions)
                        .list(Workshop.ADMIN, RecordQuery.first(10))
                        .rows())
                .extracting(row -> row.subList(0, 4))
                .containsExactly(List.of("hello", "", "crmscript", 2L));
    }

    @Test
    void parametersAreCheckedAndHaveTheirDefaults() {
        ScriptDefinition script = new ScriptDefinition(
                "p",
                "",
                "crmscript",
                "",
                List.of(
                        new ScriptParameter("unit", TaskParameter.Type.INTEGER, List.of(), Optional.empty(), ""),
                        new ScriptParameter("mode", TaskParameter.Type.TEXT, List.of(), Optional.of("quick"), "")),
                List.of(),
                "",
                ScriptLimits.USUAL,
                "printLine(getVariable(\"unit\") + getVariable(\"mode\"));\n");
        workshop.scripts.save(Workshop.ADMIN, script, false);

        runWith(Map.of("unit", "100"));
        assertThat(workshop.output.text).hasToString("100quick\n");
        assertThatThrownBy(() -> runWith(Map.of())).hasMessageContaining("unit");
        assertThatThrownBy(() -> runWith(Map.of("unit", "x"))).hasMessageContaining("INTEGER");
        assertThatThrownBy(() -> runWith(Map.of("unit", "1", "other", "2")))
                .hasMessageContaining("other")
                .hasMessageContaining("mode");
    }

    private void runWith(Map<String, String> parameters) {
        workshop.scripts.run(
                Workshop.ADMIN, ScriptRequest.of("p", parameters, "command"), workshop.output, CancelToken.NEVER);
    }

    @Test
    void everyUseOfAGrantedObjectIsAudited() {
        workshop.save(
                "use",
                List.of("books", "mail", "tasks"),
                "String[] units = books.units();",
                "printLine(units.length().toString());",
                "mail.send(\"kari@example.org\", \"Hello\", \"secret words\");",
                "tasks.start(\"nightly\", units);",
                "");
        ScriptResult result = workshop.run("use");

        assertThat(result.end().problem())
                .hasValueSatisfying(found ->
                        assertThat(found.problem().text(Locale.ENGLISH)).contains("name=value"));
        assertThat(workshop.letters).hasSize(1);
        assertThat(workshop.audit.acts().stream()
                        .filter(act -> act.action().equals("script.use"))
                        .map(act ->
                                act.details().get("what") + " " + act.details().get("about")))
                .containsExactly("books.units ", "mail.send kari@example.org", "tasks.start nightly");
        assertThat(workshop.audit.acts().toString()).doesNotContain("secret words");
    }

    @Test
    void scriptsAskOnlyAddressesThatAreAllowed() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> answer(exchange, asked));
        other.start();
        try {
            String here = "http://" + other.getAddress().getHostString() + ":"
                    + other.getAddress().getPort();
            workshop.settings.with(ScriptSettings.HTTP_ALLOWED, here + "/v1");
            workshop.save(
                    "ask",
                    List.of("http"),
                    "String[] headers; headers.pushBack(\"X-Day=friday\");",
                    "printLine(http.get(\"" + here + "/v1/rates\", headers));",
                    "printLine(http.post(\"" + here + "/v1/notes\", \"text/plain\", \"æøå\"));",
                    "try { http.get(\"" + here + "/v1/moved\"); } catch { printLine(error); }",
                    "try { http.get(\"" + here + "/v1/endless\"); } catch { printLine(error); }",
                    "http.get(\"" + here + "/secret\");");

            ScriptResult result = workshop.run("ask");

            assertThat(workshop.output.text.toString().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("GET friday "),
                            line -> assertThat(line).isEqualTo("POST null æøå"),
                            line -> assertThat(line).contains("302"),
                            line -> assertThat(line).contains("1048576"));
            assertThat(result.end().problem())
                    .hasValueSatisfying(found ->
                            assertThat(found.problem().text(Locale.ENGLISH)).contains(here + "/secret"));
            assertThat(asked).containsExactly("/v1/rates", "/v1/notes", "/v1/moved", "/v1/endless");
            assertThat(workshop.audit.acts().toString()).contains("http.get", here + "/v1/rates");
        } finally {
            other.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, List<String> asked) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try (exchange) {
            if (path.endsWith("moved")) {
                exchange.getResponseHeaders().set("Location", "/secret");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            String text = exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("X-Day") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write(text.repeat(path.endsWith("endless") ? 200_000 : 1).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aDryRunOnlySaysWhatItWouldDo() {
        workshop.save("use", List.of("mail"), "mail.send(\"kari@example.org\", \"Hello\", \"x\");");

        ScriptResult result = workshop.scripts.run(
                Workshop.ADMIN,
                new ScriptRequest("use", Optional.empty(), Map.of(), "command", true),
                workshop.output,
                CancelToken.NEVER);

        assertThat(result.end().outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(workshop.letters).isEmpty();
        assertThat(workshop.output.logged).containsExactly("dry run: mail.send(kari@example.org)");
    }

    @Test
    void aScriptRunsAnotherAndGetsWhatItLeaves() {
        workshop.save("inner", "print(\"inner \");", "setVariable(\"answer\", \"42\");");
        workshop.save("outer", List.of("scripts"), "String[] left = scripts.run(\"inner\");", "printLine(left[0]);");

        workshop.run("outer");

        assertThat(workshop.output.text).hasToString("inner answer=42\n");
        assertThat(new ScriptRunRecords(transactions)
                        .list(Workshop.ADMIN, RecordQuery.first(10))
                        .rows())
                .extracting(row -> row.get(3))
                .containsExactly("command", "script/outer");
    }

    @Test
    void aScriptExecutesScriptsAndMacrosInItsOwnName() {
        workshop.save("inner", List.of("books"), "setVariable(\"units\", books.units()[0]);");
        workshop.scripts.save(
                Workshop.ADMIN,
                ScriptDefinition.of(
                        "tell", "macro", "actions:\n  - action: show-message\n    parameters:\n      text: told\n"),
                false);
        workshop.save(
                "outer",
                List.of("scripts"),
                "executeMacro(\"tell\");",
                "print(executeScript(\"inner\").get(\"units\"));");

        workshop.run("outer");
        assertThat(workshop.output.text).hasToString("told\n100");

        ScriptResult refused = workshop.run(READER, "outer", CancelToken.NEVER);
        assertThat(refused.end().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aScriptThatWasNotGrantedOthersCannotBeSaved() {
        Scripts.Saved saved = workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.definition("outer", List.of(), ScriptLimits.USUAL, "executeScript(\"inner\");"),
                false);

        assertThat(saved.saved()).isFalse();
        assertThat(saved.problems().get(0).problem().text(Locale.ENGLISH)).contains("outer:1:1", "granted scripts");
    }

    @Test
    void oldRunsAreForgotten() {
        workshop.save("hello", "");
        workshop.run("hello");
        clock.advance(Duration.ofDays(91));
        workshop.run("hello");

        assertThat(new ScriptRunRecords(transactions)
                        .list(Workshop.ADMIN, RecordQuery.first(10))
                        .rows())
                .hasSize(1);
    }

    // ---------------------------------------------------------------- limits, and the attacks of scripts (case A20)

    private ScriptResult limited(ScriptLimits limits, String... lines) {
        workshop.scripts.save(Workshop.ADMIN, Workshop.definition("run", List.of("scripts"), limits, lines), false);
        return workshop.run("run");
    }

    @Test
    void a20_anEndlessLoopEndsWithTheLimitOfSteps() {
        ScriptResult result = limited(
                Workshop.limits(10_000, Duration.ofMinutes(1), 1 << 20, 100, 50), "while (true) { Integer i = 1; }");

        assertLimit(result);
        assertThat(result.usage().steps()).isLessThan(11_000);
    }

    private static void assertLimit(ScriptResult result) {
        assertThat(result.end().outcome()).isEqualTo(Outcome.LIMIT);
        assertThat(result.end().problem()).hasValueSatisfying(found -> {
            assertThat(found.position().source()).isNotEmpty();
            assertThat(found.problem().what().text(Locale.forLanguageTag("nb"))).isNotBlank();
        });
    }

    @Test
    void a20_memoryOutputAndDepthHaveLimits() {
        ScriptLimits small = Workshop.limits(10_000_000, Duration.ofMinutes(1), 1 << 20, 1_000, 50);

        assertLimit(limited(small, "String s = \"x\";", "while (true) { s = s + s; }"));
        assertLimit(limited(small, "while (true) { print(\"flood\"); }"));
        assertThat(workshop.output.text.length()).isLessThanOrEqualTo(1_000);
        assertLimit(limited(small, "Integer f(Integer n) { return f(n + 1); }", "f(0);"));
    }

    @Test
    void a20_aScriptThatWaitsTooLongIsOverdue() {
        ScriptResult result =
                limited(Workshop.limits(1_000, Duration.ofSeconds(10), 1 << 20, 100, 50), "while (true) { sleep(5); }");

        assertLimit(result);
        assertThat(result.end().problem().orElseThrow().problem().code()).isEqualTo("script.overdue");
        assertThat(Duration.between(FRIDAY_5, clock.instant())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a20_scriptsThatRunThemselvesEnd() {
        ScriptResult result = limited(ScriptLimits.USUAL, "executeScript(\"run\");");

        assertThat(result.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.end().problem().orElseThrow().problem().text(Locale.ENGLISH))
                .contains("10");
    }

    @Test
    void a20_aScriptHasNoTimeBeyondThatOfWhoStartedIt() {
        workshop.scripts.save(
                Workshop.ADMIN,
                Workshop.definition(
                        "sleeper",
                        List.of(),
                        Workshop.limits(1_000, Duration.ofHours(1), 1 << 20, 1, 5),
                        "sleep(3000);"),
                false);

        limited(
                Workshop.limits(1_000, Duration.ofSeconds(10), 1 << 20, 100, 50),
                "try { scripts.run(\"sleeper\"); } catch { }",
                "while (true) { Integer i = 1; }");

        assertThat(Duration.between(FRIDAY_5, clock.instant())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a20_nothingIsThereThatWasNotGranted() {
        for (String attack : List.of(
                "mail.send(\"a@example.org\", \"s\", \"t\");",
                "books.units();",
                "tasks.start(\"x\");",
                "java.lang.System.exit(1);",
                "Runtime.getRuntime().exec(\"x\");",
                "File f; f.open(\"/etc/passwd\");",
                "HTTP h; h.get(\"http://localhost/\");",
                "Thread t; t.start();",
                "Class.forName(\"java.lang.Runtime\");",
                "getClass().getClassLoader();",
                "org.tickmark.api.Caller c;")) {
            Scripts.Saved saved = workshop.scripts.save(
                    Workshop.ADMIN, Workshop.definition("attack", List.of(), ScriptLimits.USUAL, attack), false);
            assertThat(saved.problems()).as(attack).isNotEmpty();
            assertThat(saved.saved()).as(attack).isFalse();
        }
    }

    @Test
    void cancellingEndsARunAtOnce() {
        AtomicInteger asked = new AtomicInteger();
        workshop.save("loop", "while (true) { Integer i = 1; }");

        ScriptResult busy = workshop.run(Workshop.ADMIN, "loop", () -> asked.incrementAndGet() > 2);
        assertThat(busy.end().outcome()).isEqualTo(Outcome.CANCELLED);

        workshop.save("sleeper", "sleep(10);");
        asked.set(0);
        ScriptResult waiting = workshop.run(Workshop.ADMIN, "sleeper", () -> asked.incrementAndGet() > 2);
        assertThat(waiting.end().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(Duration.between(FRIDAY_5, clock.instant())).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aLanguageThatIsAwayIsNamed() {
        assertThatThrownBy(() -> workshop.scripts.save(Workshop.ADMIN, ScriptDefinition.of("x", "cobol", ""), false))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("cobol")
                .hasMessageContaining("crmscript");
    }
}

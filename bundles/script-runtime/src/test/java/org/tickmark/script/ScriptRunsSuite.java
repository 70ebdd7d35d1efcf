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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tickmark.api.CancelToken;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.task.TaskParameter;

/** Runs of stored scripts: what they are given, what they may use, what is told of them. */
abstract class ScriptRunsSuite extends ScriptSuite {
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
}

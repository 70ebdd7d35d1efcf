package org.tickmark.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.Scripts;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptLimits;

/** Attacks by scripts: limits hold, and nothing is within reach that was not granted. */
abstract class ScriptLimitsSuite extends ScriptSuite {
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
}

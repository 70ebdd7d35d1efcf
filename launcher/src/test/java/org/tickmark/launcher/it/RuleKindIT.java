package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind of rule comes to a running server, matches, and goes: as the README of the example tells it. */
class RuleKindIT {
    private static final Path JAR = Path.of(System.getProperty("tickmark.example.rule"));
    private static final Path SAMPLES = JAR.getParent().getParent().resolve("samples");

    @TempDir
    Path temp;

    private Tickmark tickmark;

    @BeforeEach
    void startServer() throws Exception {
        tickmark = new Tickmark(temp);
        tickmark.server();
    }

    @AfterEach
    void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    @Test
    void aKindOfRuleComesMatchesAndGoes() throws Exception {
        Path company = company();
        assertThat(tickmark.run("config", "apply", company.toString()).err()).contains("own-transfer");

        Path dropped = tickmark.plugins().resolve("rule.jar");
        Jars.drop(JAR, dropped);
        awaitOutput("rule:own-transfer", "plugin", "list", "-o", "csv");
        ok(tickmark.run("config", "apply", company.toString()));
        ok(tickmark.run("import", "run", "bank"));
        ok(tickmark.run("rec", "run", "bank-1930"));
        assertThat(matches()).contains("own-transfers").contains("goes out and comes in");

        Files.delete(dropped);
        awaitNoOutput("rule:own-transfer", "plugin", "list", "-o", "csv");
        Result waiting = tickmark.run("rec", "run", "bank-1930");
        assertThat(waiting.exitCode()).isZero();
        assertThat(waiting.err()).contains("own-transfer").contains("waits");
        assertThat(matches()).contains("own-transfers").contains("goes out and comes in");
    }

    /** The company of the example, with folders of this test. */
    private Path company() throws Exception {
        Path inbox = Files.createDirectories(temp.resolve("own-transfer/bank"));
        Files.createDirectories(temp.resolve("own-transfer/archive"));
        Files.copy(SAMPLES.resolve("bank/week-45.xml"), inbox.resolve("week-45.xml"));
        String text = Files.readString(SAMPLES.resolve("company.yaml")).replace("/tmp/", temp + "/");
        return Files.writeString(temp.resolve("company.yaml"), text);
    }

    private String matches() throws Exception {
        return ok(tickmark.run("rec", "matches", "bank-1930", "-o", "json"));
    }

    private void awaitOutput(String wanted, String... words) throws Exception {
        Waiting.until(
                () -> "'" + wanted + "' in: " + tickmark.run(words),
                () -> tickmark.run(words).out().contains(wanted));
    }

    private void awaitNoOutput(String unwanted, String... words) throws Exception {
        Waiting.until(
                () -> "no '" + unwanted + "' in: " + tickmark.run(words),
                () -> !tickmark.run(words).out().contains(unwanted));
    }
}

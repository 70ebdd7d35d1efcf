package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come to a running server, are replaced and go; bad ones are named and disturb nobody. */
class HotDeployIT {
    private static final Path PIPE = Path.of(System.getProperty("tickmark.example.pipe"));
    private static final String NAME = "org.tickmark.example.importer.pipe";

    @TempDir
    static Path common;

    @TempDir
    Path temp;

    private static Tickmark tickmark;

    @BeforeAll
    static void startServer() throws Exception {
        tickmark = new Tickmark(common);
        tickmark.server();
    }

    @AfterAll
    static void killAll() throws InterruptedException {
        tickmark.killAll();
    }

    /** The next test finds none of the plugins of this one. */
    @AfterEach
    void takeAllAway() throws Exception {
        try (DirectoryStream<Path> dropped = Files.newDirectoryStream(tickmark.plugins())) {
            for (Path file : dropped) {
                Files.delete(file);
                awaitNoOutput(file.getFileName().toString(), "plugin", "list", "-o", "csv");
            }
        }
    }

    @Test
    void anImporterComesIsUpgradedAndGoes() throws Exception {
        Path dropped = tickmark.plugins().resolve("pipe.jar");

        Jars.drop(PIPE, dropped);
        awaitOutput("format:pipe", "plugin", "list", "-o", "csv");
        awaitOutput("pipe", "import", "formats", "-o", "csv");

        Jars.drop(Jars.rewritten(PIPE, temp.resolve("newer.jar"), Map.of("Bundle-Version", "99.0.0")), dropped);
        awaitOutput("99.0.0", "plugin", "show", NAME);
        awaitOutput("pipe", "import", "formats", "-o", "csv");

        Files.delete(dropped);
        awaitNoOutput(NAME, "plugin", "list", "-o", "csv");
        awaitNoOutput("pipe", "import", "formats", "-o", "csv");
    }

    @Test
    void a24_aPluginForAnotherApiIsReportedWithTheReason() throws Exception {
        Path jar = Jars.rewritten(
                PIPE,
                temp.resolve("future.jar"),
                Map.of("Import-Package", "org.tickmark.api.importer;version=\"[9.0,10)\""));

        Jars.drop(jar, tickmark.plugins().resolve("future.jar"));

        awaitOutput("org.tickmark.api.importer", "plugin", "why", "future.jar");
        awaitLog("future.jar");
        assertThatTheOthersWork();
    }

    @Test
    void a24_aPluginThatFailsToStartIsReportedWithTheReason() throws Exception {
        Path jar = Jars.bundle(
                temp.resolve("sour.jar"),
                Map.of(
                        "Bundle-SymbolicName", "com.example.sour",
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", FailingActivator.class.getName(),
                        "Import-Package", "org.osgi.framework"),
                FailingActivator.class);

        Jars.drop(jar, tickmark.plugins().resolve("sour.jar"));

        awaitOutput("no coffee left", "plugin", "why", "com.example.sour");
        awaitLog("no coffee left");
        assertThatTheOthersWork();
    }

    @Test
    void a24_aFileThatIsNoPluginIsReportedWithTheReason() throws Exception {
        Path text = Files.writeString(temp.resolve("text"), "This is no jar.");

        Jars.drop(text, tickmark.plugins().resolve("broken.jar"));
        Jars.drop(text, tickmark.plugins().resolve("notes.txt"));

        awaitOutput("broken.jar", "plugin", "list", "-o", "csv");
        awaitOutput("notes.txt", "plugin", "list", "-o", "csv");
        awaitLog("broken.jar");
        awaitLog("notes.txt");
        assertThat(ok(tickmark.run("plugin", "why", "broken.jar"))).isNotBlank();
        assertThatTheOthersWork();
    }

    private void assertThatTheOthersWork() throws Exception {
        assertThat(ok(tickmark.run("import", "formats", "-o", "csv"))).contains("camt");
        Jars.drop(PIPE, tickmark.plugins().resolve("pipe.jar"));
        awaitOutput("format:pipe", "plugin", "list", "-o", "csv");
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

    private void awaitLog(String wanted) throws Exception {
        Waiting.until(() -> "'" + wanted + "' in the log: " + tickmark.log(), () -> logMentions(wanted));
    }

    private boolean logMentions(String wanted) throws IOException {
        return tickmark.log().lines().anyMatch(line -> line.contains(wanted) && line.matches(".* (WARN|ERROR) .*"));
    }
}

package org.tickmark.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.health.Health;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.OwnFolders;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.Settings;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.platform.event.EventsComponent;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;

final class ChecksTest {
    private static final DatabaseFixture DATABASE = DatabaseFixture.h2();
    private static final Transactions TRANSACTIONS = DATABASE.migrate("org.tickmark.platform", EventsComponent.class);

    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at("2026-11-27T03:15:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static List<String> codes(Health health) {
        return health.problems().stream().map(Problem::code).toList();
    }

    @Test
    void foldersAreTriedByUsingThem() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        OwnFolders own = new OwnFoldersComponent(
                folder, data, folder.resolve("etc"), folder.resolve("plugins"), data.resolve("backups"));

        assertThat(own.check(Caller.system()))
                .extracting(OwnFolders.FolderCheck::check)
                .containsExactly(
                        "data.writable", "data.space", "config.readable", "plugins.readable", "backups.writable");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsMissingOrAFileIsAPath() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        OwnFolders own = new OwnFoldersComponent(
                folder, folder.resolve("none"), file, folder.resolve("plugins"), file.resolve("backups"));

        assertThat(own.check(Caller.system()).stream().filter(check -> !check.ok()))
                .extracting(OwnFolders.FolderCheck::check)
                .containsExactly("data.there", "config.readable", "backups.writable");
        assertThat(codes(health(own))).containsOnly("path.own").hasSize(3);
    }

    @Test
    void dataThatOthersMayReadIsTold() throws IOException {
        Path data = Files.createDirectory(
                folder.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        OwnFolders own = new OwnFoldersComponent(folder, data, folder, folder, folder);

        assertThat(codes(health(own))).contains("folders.open");
    }

    private static Health health(OwnFolders own) throws IOException {
        return new FoldersCheck(own).check();
    }

    @Test
    void fileNamesNeedUtf8ButOnWindows() {
        assertThat(codes(java("Linux", "UTF-8"))).isEmpty();
        assertThat(codes(java("Linux", "ANSI_X3.4-1968"))).containsExactly("java.file-names");
        assertThat(codes(java("Windows 11", "Cp1252"))).isEmpty();
    }

    private static Health java(String system, String encoding) {
        Map<String, String> properties =
                Map.of("os.name", system, "sun.jnu.encoding", encoding, "java.home", "/opt/java");
        return new JavaCheck(Runtime.Version.parse("17.0.1"), properties::get).check();
    }

    @Test
    void javaBelow17IsTooOld() {
        assertThat(codes(new JavaCheck(Runtime.Version.parse("11.0.2"), name -> "UTF-8").check()))
                .containsExactly("java.old");
    }

    @Test
    void aClockThatWentBackIsNoticedByWhatHasHappened() {
        TRANSACTIONS.inTransaction(tx -> Sql.on(
                        tx.connection(),
                        "INSERT INTO event (topic, subject, at, caller, fields) VALUES ('t', 's', ?, 'c', '{}')")
                .with(clock.instant().plus(Duration.ofHours(2)))
                .update());

        assertThat(codes(clockIn("Europe/Oslo", Map.of()))).contains("clock.behind");
        clock.advance(Duration.ofHours(2));
        assertThat(codes(clockIn("Europe/Oslo", Map.of()))).doesNotContain("clock.behind");
    }

    @Test
    void aZoneThatJavaDoesNotKnowIsNoticed() {
        assertThat(codes(clockIn("GMT", Map.of("TZ", "Europe/Olso")))).contains("clock.zone");
        assertThat(codes(clockIn("GMT", Map.of("TZ", "UTC")))).doesNotContain("clock.zone");
        assertThat(codes(clockIn("Europe/Oslo", Map.of("TZ", "Europe/Oslo")))).doesNotContain("clock.zone");
    }

    private Health clockIn(String zone, Map<String, String> environment) {
        return new ClockCheck(TRANSACTIONS, clock, environment, ZoneId.of(zone)).check();
    }

    @Test
    void aDatabaseThatIsAwayIsAnError() {
        DatabaseCheck check = new DatabaseCheck();
        Database database = Partly.implemented(Database.class, new DatabaseMethods());
        assertThat(codes(check.check())).containsExactly("database.away");
        check.setDatabase(database);
        assertThat(check.check().found().toString()).isEqualTo("H2 2, jdbc:h2:x, 1 migrations applied");
        check.unsetDatabase(database);
        assertThat(codes(check.check())).containsExactly("database.away");
    }

    /** What the check calls of the database. */
    public static final class DatabaseMethods {
        String product() {
            return "H2 2";
        }

        String url() {
            return "jdbc:h2:x";
        }

        List<Database.Migration> migrations() {
            return List.of(new Database.Migration("org.tickmark.books", 1, "books"));
        }
    }

    @Test
    void settingsThatAreWrongOrUnknownAreTold() {
        SettingsCheck check = new SettingsCheck(Partly.implemented(Settings.class, new SettingsMethods()));
        check.addGroup(() -> List.of(Setting.flag("batch.enabled", true, Message.verbatim("x"))));

        assertThat(codes(check.check())).containsExactly("config.invalid", "settings.unknown");
    }

    /** What the check calls of the settings. */
    public static final class SettingsMethods {
        List<Settings.Value> all() {
            return List.of(new Settings.Value("batch.enabled", "maybe", "file:/etc/t.properties:3", "true|false"));
        }

        List<Settings.Value> unknown() {
            return List.of(new Settings.Value("stor.url", "***", "file:/etc/t.properties:7", ""));
        }

        Object get(Setting<?> setting) {
            if (setting.key().equals("batch.enabled")) {
                throw Problem.error("config.invalid", Message.verbatim("no valid value"))
                        .exception();
            }
            return setting.defaultText();
        }
    }

    @Test
    void secretsThatCannotBeReadAreTold() {
        Health health = new SecretsCheck(Partly.implemented(Secrets.class, new SecretsMethods())).check();

        assertThat(codes(health)).containsExactly("secret.other-key");
        assertThat(health.problems().get(0).where()).contains("secret:lost");
    }

    /** What the check calls of the secrets. */
    public static final class SecretsMethods {
        List<SecretRef> names(Caller caller) {
            return List.of(new SecretRef("good"), new SecretRef("lost"));
        }

        Optional<char[]> read(SecretRef reference) {
            if (reference.name().equals("lost")) {
                throw Problem.error("secret.other-key", Message.verbatim("other key"))
                        .exception();
            }
            return Optional.of(new char[] {'x'});
        }
    }

    @Test
    void pluginsThatDoNotRunAreErrorsWithTheReason() {
        Plugins plugins = Partly.answering(
                Plugins.class,
                "list",
                () -> List.of(
                        new Plugins.Plugin(
                                "org.tickmark.books", "1", Plugins.State.RUNNING, "", List.of(), Message.verbatim("")),
                        new Plugins.Plugin(
                                "", "", Plugins.State.REJECTED, "x.jar", List.of(), Message.verbatim("no bundle"))));

        Health health = new PluginsCheck(plugins).check();

        assertThat(health.found().text(Locale.ENGLISH)).isEqualTo("1 of 2 run");
        assertThat(health.problems()).singleElement().satisfies(problem -> assertThat(problem.toString())
                .isEqualTo("plugins.resting: x.jar: It does not run: no bundle See: plugin list"));
    }

    @Test
    void backupsAreToBeThereAndNotOld() throws IOException {
        assertThat(codes(new BackupsCheck(folder.resolve("none"), clock).check()))
                .containsExactly("backups.none");
        Files.createFile(folder.resolve("tickmark-20261120T030000000Z.zip"));
        assertThat(codes(new BackupsCheck(folder, clock).check())).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(codes(new BackupsCheck(folder, clock).check())).containsExactly("backups.old");
    }

    @Test
    void everyProblemHasAnAdviceInEveryLanguage() throws IOException {
        List<Problem> problems = List.of(
                Texts.error("java.old").build(),
                Texts.warning("folders.network").build(),
                Texts.warning("folders.memory").build(),
                Texts.warning("clock.rules").build());
        for (String language : Set.of("en", "nb", "sv")) {
            assertThat(problems).allSatisfy(problem -> assertThat(problem.text(Locale.forLanguageTag(language)))
                    .doesNotContain(problem.code()));
        }
    }
}

package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Database;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Secrets;
import org.tickmark.api.host.SettingsEditor;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.record.Table;
import org.tickmark.api.setting.SecretRef;
import org.tickmark.api.setting.Settings;
import org.tickmark.testkit.host.Partly;

/** {@code config}, {@code plugin}, {@code audit}, {@code record}, {@code sys}. */
class SystemCommandsTest extends CommandFixture {
    @Test
    void aSecretIsKeptAndItsValueCleared() {
        List<char[]> kept = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Secrets secrets = Partly.implemented(Secrets.class, new SecretsMethods(kept, values));
        terminal.answering("s3cret");
        assertThat(run(SecretCommands.of(secrets), "config", "secret", "set", "mail.password"))
                .isEqualTo(ExitCode.OK);
        assertThat(values).containsExactly("secret:mail.password=s3cret");
        assertThat(kept).singleElement().isEqualTo(new char[6]);
        assertThat(terminal.err()).doesNotContain("s3cret").contains("secret:mail.password");
        assertThat(run(SecretCommands.of(secrets), "config", "secret", "set")).isEqualTo(ExitCode.USAGE);
        assertThat(run(SecretCommands.of(secrets), "config", "secret", "set", "Mail Password"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aSettingIsSetAndTakenOutAndTheEnvironmentIsTold() {
        List<String> set = new ArrayList<>();
        SettingsEditor editor = (caller, key, value) -> {
            set.add(key + "=" + value);
            return key.equals("mail.port")
                    ? new Settings.Value(key, "465", "env:TICKMARK_MAIL_PORT", "0..65535")
                    : new Settings.Value(key, value, "file:/etc/t.properties:7", "text");
        };
        assertThat(run(SettingCommands.of(editor), "config", "set", "batch.errorsTo", "kari@example.org"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("batch.errorsTo is set to \"kari@example.org\"");
        run(SettingCommands.of(editor), "config", "set", "mail.port", "25");
        assertThat(terminal.err()).contains("stays \"465\": env:TICKMARK_MAIL_PORT overrides it");
        run(SettingCommands.of(editor), "config", "unset", "batch.errorsTo");
        assertThat(set).containsExactly("batch.errorsTo=kari@example.org", "mail.port=25", "batch.errorsTo=");
    }

    @Test
    void settingsAreShownBySectionAndWithTheirOriginWhereAsked() {
        Settings settings = Partly.implemented(Settings.class, new SettingsMethods());
        run(ConfigCommands.of(settings), "config", "show", "store", "--origin", "-o", "csv");
        assertThat(terminal.out())
                .isEqualTo("key,value,type,origin\r\nstore.url,jdbc:h2,text,env:TICKMARK_STORE_URL\r\n");
        assertThat(terminal.err())
                .startsWith("warning: file:/etc/t.properties:7: No bundle knows the setting stor.url");
    }

    @Test
    void aPluginThatDoesNotRunSaysWhy() {
        Plugins plugins = Partly.answering(
                Plugins.class,
                "list",
                () -> List.of(
                        new Plugins.Plugin("org.tickmark.books", "1", Plugins.State.RUNNING, "", List.of(), text("")),
                        new Plugins.Plugin(
                                "org.example.importer.pipe",
                                "2",
                                Plugins.State.UNRESOLVED,
                                "pipe.jar",
                                List.of(),
                                text("needs org.tickmark.api.importer [2,3)"))));
        run(PluginCommands.of(plugins), "plugin", "why", "importer.pipe");
        assertThat(terminal.out()).isEqualTo("unresolved: needs org.tickmark.api.importer [2,3)\n");
        run(PluginCommands.of(plugins), "plugin", "list", "-o", "csv", "--no-headers");
        assertThat(terminal.out()).contains("org.example.importer.pipe").doesNotContain("org.tickmark.books");
        assertThat(run(PluginCommands.of(plugins), "plugin", "why", "nothing")).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void aBrokenAuditLogIsAFailure() {
        Audit whole = Partly.answering(Audit.class, "verify", List::of);
        Audit broken = Partly.answering(Audit.class, "verify", () -> List.of("books, record 7: changed"));
        assertThat(run(List.of(AuditCommands.verify(whole)), "audit", "verify")).isEqualTo(ExitCode.OK);
        assertThat(run(List.of(AuditCommands.verify(broken)), "audit", "verify"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("error: books, record 7: changed");
    }

    @Test
    void recordsAreListedByConditionAndPageByPage() {
        List<RecordQuery> queries = new ArrayList<>();
        RecordSource source = new RecordSource() {
            @Override
            public List<Column> columns() {
                return List.of(Column.integer("id"), Column.instant("at"));
            }

            @Override
            public Table list(Caller caller, RecordQuery query) {
                queries.add(query);
                return Table.under(columns())
                        .row(4L, Instant.EPOCH)
                        .row(5L, Instant.EPOCH)
                        .build();
            }
        };
        List<Command> commands = RecordCommands.of(() -> Map.of("entry", source));
        run(commands, "record", "list", "entry", "--where", "a=b=c", "--limit=2", "--after=3");
        assertThat(queries).containsExactly(new RecordQuery(Map.of("a", "b=c"), 2, "3"));
        assertThat(terminal.err()).isEqualTo("There may be more than these 2; go on with --after 5\n");
        queries.clear();
        run(commands, "record", "list", "entry", "--newest", "--holding", "rent", "--limit=2");
        assertThat(queries).containsExactly(RecordQuery.first(2).lastFirst().holding("rent"));
        assertThat(run(commands, "record", "list", "entry", "--where", "a")).isEqualTo(ExitCode.USAGE);
        assertThat(run(commands, "record", "list", "entry", "--limit=0")).isEqualTo(ExitCode.USAGE);
        assertThat(run(commands, "record", "list", "nothing")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).endsWith("There are no records called nothing — expected entry\n");
    }

    @Test
    void stoppingIsAsked() {
        List<String> stopped = new ArrayList<>();
        List<Command> commands = SystemCommands.of("Tickmark 0.1.0", () -> stopped.add("now"));
        run(commands, "sys", "version");
        assertThat(terminal.out()).isEqualTo("Tickmark 0.1.0\n");
        run(commands, "sys", "stop");
        assertThat(stopped).containsExactly("now");
    }

    @Test
    void theStatusTellsWhenItBeganByTheClockOfTheMachineAndHowLongAgoInWords() {
        Database database = Partly.implemented(Database.class, new DatabaseMethods());
        Plugins plugins = Partly.implemented(Plugins.class, new NoPlugins());

        run(SystemCommands.of("Tickmark 0.1.0", database, plugins), "sys", "status");

        assertThat(terminal.out())
                .containsPattern("Started +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d " + ZoneId.systemDefault())
                .containsPattern("Up for +\\d+ (s|min|h|d|ms)");
        run(SystemCommands.of("Tickmark 0.1.0", database, plugins), "sys", "status", "-o", "json");
        assertThat(terminal.out()).containsPattern("\"started\": \"[^\"]+Z\"").containsPattern("\"up\": \"PT");
    }

    /** What the commands call of the database. */
    public static final class DatabaseMethods {
        String product() {
            return "H2";
        }

        String url() {
            return "jdbc:h2:mem:";
        }
    }

    /** What the commands call of the plugins. */
    public static final class NoPlugins {
        List<Plugins.Plugin> list(Caller caller) {
            return List.of();
        }
    }

    /** What the commands call of the secrets. */
    public record SecretsMethods(List<char[]> kept, List<String> values) {
        void keep(Caller caller, SecretRef reference, char[] value) {
            kept.add(value);
            values.add(reference + "=" + new String(value));
        }
    }

    /** What the commands call of the settings. */
    public static final class SettingsMethods {
        List<Settings.Value> all() {
            return List.of(
                    new Settings.Value("mail.host", "localhost", "default", "text"),
                    new Settings.Value("store.url", "jdbc:h2", "env:TICKMARK_STORE_URL", "text"));
        }

        List<Settings.Value> unknown() {
            return List.of(new Settings.Value("stor.url", "x", "file:/etc/t.properties:7", ""));
        }
    }
}

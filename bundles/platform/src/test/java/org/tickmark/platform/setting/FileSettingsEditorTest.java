package org.tickmark.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Setting;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.host.RecordingAudit;

final class FileSettingsEditorTest {
    private static final Caller CALLER = Caller.os("kari", Locale.ENGLISH);
    private static final Message HELP = Message.verbatim("help");
    private static final Setting<String> TO = Setting.text("batch.errorsTo", "", HELP);
    private static final Setting<Long> PORT = Setting.integer("mail.port", 0, 0, 65_535, HELP);
    private static final Setting<String> PASSWORD = Setting.secret("store.password", HELP);

    @TempDir
    private Path folder;

    private final DatabaseFixture database = DatabaseFixture.h2();
    private final RecordingAudit audit = new RecordingAudit();
    private Path path;
    private LayeredSettings settings;

    @BeforeEach
    void begin() {
        path = folder.resolve("etc").resolve("tickmark.properties");
        settings = settings(Map.of());
    }

    @AfterEach
    void end() {
        database.close();
    }

    private LayeredSettings settings(Map<String, String> environment) {
        LayeredSettings layered = new LayeredSettings(SettingsFile.read(path), environment);
        layered.add(() -> List.of(TO, PORT, PASSWORD));
        return layered;
    }

    private FileSettingsEditor editor() {
        Transactions transactions = database.store().transactions();
        return new FileSettingsEditor(settings, Optional.of(path), transactions, audit);
    }

    @Test
    void whatIsSetHoldsAtOnceAndAfterARestart() {
        assertThat(editor().set(CALLER, "batch.errorsTo", " a@example.org[unit=C:\\x] ")
                        .value())
                .isEqualTo("a@example.org[unit=C:\\x]");
        assertThat(settings.get(TO)).isEqualTo("a@example.org[unit=C:\\x]");
        assertThat(settings(Map.of()).get(TO)).isEqualTo("a@example.org[unit=C:\\x]");
        assertThat(audit.acts()).extracting(act -> act.subject()).containsExactly("batch.errorsTo");
    }

    @Test
    void theOtherLinesStayAsTheyAre() throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(
                path, List.of("# who is told", "batch.errorsTo = a@example.org, \\", "  b@example.org", "", "other=1"));
        settings = settings(Map.of());
        editor().set(CALLER, "batch.errorsTo", "c@example.org");
        editor().set(CALLER, "mail.port", "25");
        assertThat(path).hasContent("# who is told\nbatch.errorsTo = c@example.org\n\nother=1\nmail.port = 25\n");
        editor().set(CALLER, "batch.errorsTo", "");
        assertThat(path).hasContent("# who is told\n\nother=1\nmail.port = 25\n");
        assertThat(settings.get(TO)).isEmpty();
        assertThat(path.resolveSibling("tickmark.properties.new")).doesNotExist();
    }

    @Test
    void tellsThatTheEnvironmentIsBeforeTheFile() {
        settings = settings(Map.of("TICKMARK_MAIL_PORT", "465"));
        assertThat(editor().set(CALLER, "mail.port", "25"))
                .satisfies(value -> assertThat(value.value()).isEqualTo("465"))
                .satisfies(value -> assertThat(value.origin()).isEqualTo("env:TICKMARK_MAIL_PORT"));
    }

    @Test
    void refusesWhatCannotBeSet() {
        assertRefused("config.unknown", "batch.errorTo", "x");
        assertRefused("config.invalid", "mail.port", "many");
        assertRefused("config.invalid", "batch.errorsTo", "a@example.org\nmail.host = b");
        assertRefused("config.secret", "store.password", "x");
        Caller reader = new Caller("ann", Set.of(), Set.of(), Locale.ENGLISH, Origin.SHELL);
        assertThatThrownBy(() -> editor().set(reader, "mail.port", "25")).isInstanceOf(PermissionDenied.class);
        assertThat(path).doesNotExist();
    }

    private void assertRefused(String code, String key, String value) {
        assertThatThrownBy(() -> editor().set(CALLER, key, value))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}

package org.tickmark.platform.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.message.Message;
import org.tickmark.api.setting.Setting;
import org.tickmark.api.setting.SettingGroup;
import org.tickmark.api.setting.Settings.Value;

final class LayeredSettingsTest {
    private static final Message HELP = Message.verbatim("help");
    private static final Setting<String> URL = Setting.text("store.url", "jdbc:h2:file:x", HELP);
    private static final Setting<Long> MAX_POOL = Setting.integer("store.maxPool", 10, 2, 100, HELP);
    private static final Setting<String> PASSWORD = Setting.secret("store.password", HELP);
    private static final SettingGroup GROUP = () -> List.of(URL, MAX_POOL, PASSWORD);

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("tickmark.properties");
    }

    @Test
    void takesTheDefaultWhenNothingIsSet() {
        LayeredSettings settings = settings(Map.of());

        assertThat(settings.get(URL)).isEqualTo("jdbc:h2:file:x");
        assertThat(settings.get(MAX_POOL)).isEqualTo(10);
        assertThat(settings.get(PASSWORD)).isEmpty();
        assertThat(settings.all())
                .containsExactly(
                        new Value("store.maxPool", "10", "default", "2..100"),
                        new Value("store.password", "", "default", "secret"),
                        new Value("store.url", "jdbc:h2:file:x", "default", "text"));
    }

    @Test
    void takesTheFileBeforeTheDefaultAndTellsTheLine() throws IOException {
        LayeredSettings settings = settings(
                Map.of(), "# pool", "! also a comment \\", "", "store.maxPool = 20  ", "store.url: a\\", "   b");

        assertThat(settings.get(MAX_POOL)).isEqualTo(20);
        assertThat(settings.get(URL)).isEqualTo("ab");
        assertThat(settings.all())
                .contains(
                        new Value("store.maxPool", "20", "file:" + path + ":4", "2..100"),
                        new Value("store.url", "ab", "file:" + path + ":5", "text"));
    }

    @Test
    void takesTheEnvironmentBeforeTheFile() throws IOException {
        LayeredSettings settings = settings(Map.of("TICKMARK_STORE_MAX_POOL", "30"), "store.maxPool=20");

        assertThat(settings.get(MAX_POOL)).isEqualTo(30);
        assertThat(settings.all()).contains(new Value("store.maxPool", "30", "env:TICKMARK_STORE_MAX_POOL", "2..100"));
    }

    @Test
    void takesAnEmptyVariableForNotSet() throws IOException {
        assertThat(settings(Map.of("TICKMARK_STORE_MAX_POOL", ""), "store.maxPool=20")
                        .get(MAX_POOL))
                .isEqualTo(20);
    }

    @Test
    void readsASecretFromTheFileThatAVariableNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "hidden\n");
        LayeredSettings settings = settings(Map.of("TICKMARK_STORE_PASSWORD_FILE", secret.toString()));

        assertThat(settings.get(PASSWORD)).isEqualTo("hidden");
        assertThat(settings.all()).contains(new Value("store.password", "***", "file:" + secret, "secret"));
        assertThat(settings.unknown()).isEmpty();
    }

    @Test
    void saysWhichVariableNamesAFileThatIsNotThere() throws IOException {
        LayeredSettings settings = settings(
                Map.of("TICKMARK_STORE_URL_FILE", folder.resolve("nowhere").toString()));

        assertThatThrownBy(() -> settings.get(URL)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("config.invalid");
            assertThat(e.problem().where()).contains("env:TICKMARK_STORE_URL_FILE");
        });
        assertThat(settings.all()).hasSize(3);
    }

    @Test
    void refusesAVariableAndItsFileTogether() throws IOException {
        LayeredSettings settings = settings(Map.of("TICKMARK_STORE_URL", "a", "TICKMARK_STORE_URL_FILE", "b"));

        assertThatThrownBy(() -> settings.get(URL))
                .isInstanceOf(TickmarkException.class)
                .hasMessageContaining("TICKMARK_STORE_URL_FILE");
        assertThat(settings.all()).hasSize(3);
    }

    @Test
    void saysWhereAnInvalidValueIsAndWhatWasExpected() throws IOException {
        LayeredSettings settings = settings(Map.of(), "", "store.maxPool=many");

        assertThatThrownBy(() -> settings.get(MAX_POOL)).isInstanceOfSatisfying(TickmarkException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("config.invalid");
            assertThat(e.problem().where()).contains("file:" + path + ":2");
            assertThat(e.problem().found()).contains("many");
            assertThat(e.problem().expected()).contains("2..100");
            assertThat(e.problem().advice()).isPresent();
        });
    }

    @Test
    void tellsWhatNoBundleDeclaresWithoutItsValue() throws IOException {
        LayeredSettings settings = settings(
                Map.of("TICKMARK_STORE_PASWORD", "hidden", "TICKMARK_DATA", "/data", "HOME", "/root"),
                "store.pasword=hidden",
                "store.url=x");

        assertThat(settings.unknown())
                .containsExactly(
                        new Value("TICKMARK_STORE_PASWORD", "***", "env:TICKMARK_STORE_PASWORD", ""),
                        new Value("store.pasword", "***", "file:" + path + ":1", ""));
    }

    @Test
    void forgetsTheSettingsOfABundleThatGoes() throws IOException {
        LayeredSettings settings = settings(Map.of(), "store.url=x");

        settings.remove(GROUP);

        assertThat(settings.all()).isEmpty();
        assertThat(settings.unknown()).extracting(Value::key).containsExactly("store.url");
    }

    @Test
    void letsTheLastOfTwoLinesDecide() throws IOException {
        assertThat(settings(Map.of(), "store.url=a", "store.url=b").get(URL)).isEqualTo("b");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Files.write(path, new byte[] {'a', '.', 'b', '=', (byte) 0xe5, '\n'});

        assertThatThrownBy(() -> SettingsFile.read(path))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().where()).contains(path.toString()));
    }

    @Test
    void tellsTheLineOfABrokenEscape() throws IOException {
        Files.write(path, List.of("a.b=c", "c.d=\\uZZZZ"));

        assertThatThrownBy(() -> SettingsFile.read(path)).hasMessageContaining("tickmark.properties:2");
    }

    private LayeredSettings settings(Map<String, String> environment) {
        return with(SettingsFile.read(path), environment);
    }

    private LayeredSettings settings(Map<String, String> environment, String... lines) throws IOException {
        Files.write(path, List.of(lines));
        return with(SettingsFile.read(path), environment);
    }

    private static LayeredSettings with(SettingsFile file, Map<String, String> environment) {
        LayeredSettings settings = new LayeredSettings(file, environment);
        settings.add(GROUP);
        return settings;
    }
}

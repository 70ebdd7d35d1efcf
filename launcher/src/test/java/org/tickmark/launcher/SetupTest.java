package org.tickmark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.launcher.boot.Places;

class SetupTest {
    private static final Path HOME = Path.of("/opt/tickmark");
    private static final Path HERE = Path.of("/home/kari");

    @Test
    void everythingLiesInTheDistributionUnlessSaidOtherwise() {
        assertThat(places(Map.of(), "status"))
                .isEqualTo(new Places(HOME, HOME.resolve("data"), HOME.resolve("etc"), HOME.resolve("plugins")));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironment() {
        Map<String, String> environment =
                Map.of("TICKMARK_DATA", "/srv/data", "TICKMARK_CONFIG", "/srv/etc", "TICKMARK_PLUGINS", "/srv/plugins");

        assertThat(places(environment, "--data", "d", "status"))
                .isEqualTo(new Places(HOME, HERE.resolve("d"), Path.of("/srv/etc"), Path.of("/srv/plugins")));
    }

    @Test
    void theDemonstrationHasADataDirectoryOfItsOwn() {
        Map<String, String> environment = Map.of("TICKMARK_DATA", "/srv/data");

        assertThat(places(environment, "demo").data()).isEqualTo(HOME.resolve("demo-data"));
        assertThat(places(Map.of("TICKMARK_DEMO_DATA", "/tmp/demo"), "demo").data())
                .isEqualTo(Path.of("/tmp/demo"));
        assertThat(places(environment, "demo", "--data", "../d").data()).isEqualTo(Path.of("/home/d"));
    }

    @Test
    void anEmptyVariableSaysNothing() {
        assertThat(places(Map.of("TICKMARK_DATA", ""), "status").data()).isEqualTo(HOME.resolve("data"));
        assertThat(setup(Map.of("NO_COLOR", "")).color(CommandLine.parse(List.of("status"))))
                .isTrue();
    }

    @Test
    void coloursCanBeDeclined() {
        assertThat(setup(Map.of()).color(CommandLine.parse(List.of("--no-color", "status"))))
                .isFalse();
        assertThat(setup(Map.of("NO_COLOR", "1")).color(CommandLine.parse(List.of("status"))))
                .isFalse();
    }

    @Test
    void theLanguageIsTheSystemsUnlessSaidOtherwise() {
        assertThat(setup(Map.of()).locale(CommandLine.parse(List.of("status")))).isEqualTo(Locale.ENGLISH);
        assertThat(setup(Map.of()).locale(CommandLine.parse(List.of("--lang", "nb", "status"))))
                .isEqualTo(Locale.forLanguageTag("nb"));
    }

    private static Places places(Map<String, String> environment, String... words) {
        return setup(environment).places(CommandLine.parse(List.of(words)));
    }

    private static Setup setup(Map<String, String> environment) {
        return new Setup(HOME, HERE, environment, Locale.ENGLISH);
    }
}

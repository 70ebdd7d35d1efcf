package org.tickmark.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.launcher.boot.Places;

/**
 * The surroundings that a command line is read in: where the distribution lies, and the environment.
 *
 * @param home the folder of the distribution
 * @param workingDirectory what relative paths are taken from
 * @param environment the environment variables
 * @param locale the language of the user's system
 */
record Setup(Path home, Path workingDirectory, Map<String, String> environment, Locale locale) {
    /** System property: the folder of the distribution; set by {@code bin/tickmark}. */
    static final String HOME = "tickmark.home";

    /** The surroundings of this process. */
    static Setup ofProcess() {
        Path workingDirectory = Path.of("").toAbsolutePath();
        return new Setup(
                workingDirectory.resolve(System.getProperty(HOME, "")).normalize(),
                workingDirectory,
                System.getenv(),
                Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** Where things lie: as the command line says, else as the environment says, else in the distribution. */
    Places places(Invocation invocation) {
        Path data = invocation.isDemo()
                ? folder(invocation, GlobalOption.DATA, "TICKMARK_DEMO_DATA", "demo-data")
                : folder(invocation, GlobalOption.DATA, "TICKMARK_DATA", "data");
        return new Places(
                home,
                data,
                folder(invocation, GlobalOption.CONFIG, "TICKMARK_CONFIG", "etc"),
                folder(invocation, GlobalOption.PLUGINS, "TICKMARK_PLUGINS", "plugins"));
    }

    /** The language that the user is spoken to in. */
    Locale locale(Invocation invocation) {
        return invocation.option(GlobalOption.LANG).map(Locale::forLanguageTag).orElse(locale);
    }

    /** Whether colours are wanted; see no-color.org for the variable. */
    boolean color(Invocation invocation) {
        return !invocation.has(GlobalOption.NO_COLOR) && variable("NO_COLOR").isEmpty();
    }

    private Path folder(Invocation invocation, GlobalOption option, String variable, String inHome) {
        return invocation
                .option(option)
                .or(() -> variable(variable))
                .map(given -> workingDirectory.resolve(given).normalize())
                .orElseGet(() -> home.resolve(inHome));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}

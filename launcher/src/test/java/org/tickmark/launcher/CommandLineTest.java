package org.tickmark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.command.ExitCode;
import org.tickmark.launcher.Invocation.Action;

class CommandLineTest {
    @Test
    void nothingIsTheServerWithAShell() {
        assertThat(action()).isEqualTo(new Action.Server(true));
        assertThat(action("server")).isEqualTo(new Action.Server(true));
        assertThat(action("server", "--no-shell")).isEqualTo(new Action.Server(false));
    }

    @ParameterizedTest
    @CsvSource({
        "/A, --all",
        "/a, --all",
        "-A, --all",
        "-a, --all",
        "//A, --all",
        "/U, --import",
        "/u, --import",
        "-u, --import",
        "/R, --reconcile",
        "/r, --reconcile",
        "//r, --reconcile"
    })
    void oneLetterIsTheNightRun(String word, String scope) {
        assertThat(action(word)).isEqualTo(new Action.Run(List.of("batch", scope)));
    }

    @Test
    void theNightRunKeepsItsOptions() {
        assertThat(action("/A", "--unit", "100", "-o", "json"))
                .isEqualTo(new Action.Run(List.of("batch", "--all", "--unit", "100", "-o", "json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/U", "-r", "//a", "/A"})
    void twoLettersAreAUsageError(String second) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(List.of("/A", second)))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                .withMessageContaining("/A and " + second + " exclude each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/AB", "/", "//", "/tmp/A", "A"})
    void whatIsLongerThanOneLetterIsACommand(String word) {
        assertThat(action(word)).isEqualTo(new Action.Run(List.of(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "/?", "-?", "//?"})
    void helpHasManyNames(String word) {
        assertThat(action(word)).isEqualTo(new Action.Help());
        assertThat(action("server", word)).isEqualTo(new Action.Help());
    }

    @Test
    void whatFollowsACommandIsTheCommandsOwn() {
        assertThat(action("unit", "list", "--lang", "nb", "-q", "--help"))
                .isEqualTo(new Action.Run(List.of("unit", "list", "--lang", "nb", "-q", "--help")));
    }

    @Test
    void theFirstWordsSetTheProgramUp() {
        Invocation invocation = CommandLine.parse(
                List.of("--data", "d", "-C", "c", "--plugins=p", "--lang=sv", "-v", "--no-color", "unit", "list"));

        assertThat(invocation.option(GlobalOption.DATA)).contains("d");
        assertThat(invocation.option(GlobalOption.CONFIG)).contains("c");
        assertThat(invocation.option(GlobalOption.PLUGINS)).contains("p");
        assertThat(invocation.option(GlobalOption.LANG)).contains("sv");
        assertThat(invocation.has(GlobalOption.VERBOSE)).isTrue();
        assertThat(invocation.has(GlobalOption.QUIET)).isFalse();
        assertThat(invocation.has(GlobalOption.NO_COLOR)).isTrue();
        assertThat(invocation.action()).isEqualTo(new Action.Run(List.of("unit", "list")));
    }

    @Test
    void theFoldersMayFollowTheCommand() {
        Invocation invocation = CommandLine.parse(List.of("demo", "--data", "d", "--config=c"));

        assertThat(invocation.option(GlobalOption.DATA)).contains("d");
        assertThat(invocation.option(GlobalOption.CONFIG)).contains("c");
        assertThat(invocation.action()).isEqualTo(new Action.Run(List.of("demo")));
    }

    @Test
    void whatStandsBehindTwoHyphensIsLeftAlone() {
        assertThat(action("import", "preview", "--", "--data", "d"))
                .isEqualTo(new Action.Run(List.of("import", "preview", "--", "--data", "d")));
    }

    @Test
    void restoringIsTheProgramsOwnBusinessOnceAFileIsNamed() {
        Action.Restore restore = (Action.Restore) action("restore", "x.zip", "--force", "-o", "json");
        assertThat(restore.file()).isEqualTo("x.zip");
        assertThat(restore.force()).isTrue();
        assertThat(restore.verify()).isFalse();
        assertThat(restore.words()).containsExactly("restore", "x.zip", "--force", "-o", "json");
        assertThat(action("restore")).isEqualTo(new Action.Run(List.of("restore")));
        assertThat(action("restore", "--help")).isEqualTo(new Action.Run(List.of("restore", "--help")));
        assertThat(action("restore", "x.zip", "--help"))
                .isEqualTo(new Action.Run(List.of("restore", "x.zip", "--help")));
    }

    @Test
    void aLineIsOneWord() {
        assertThat(action("-c", "unit list --data x")).isEqualTo(new Action.Line("unit list --data x"));
        assertThat(action("-f", "-")).isEqualTo(new Action.Script("-"));
        assertUsage("exactly one value", "-c");
        assertUsage("exactly one value", "-c", "unit", "list");
    }

    @Test
    void tellsWhatIsWrong() {
        assertUsage("--data needs a value", "--data");
        assertUsage("--data needs a value", "--data=", "status");
        assertUsage("--quiet takes no value", "--quiet=yes", "status");
        assertUsage("no option --dta", "--dta", "x");
        assertUsage("no texts in de; expected one of: en, nb, sv", "--lang", "de", "status");
        assertUsage("stop takes nothing more; found: now", "stop", "now");
        assertUsage("server takes nothing more; found: --shell", "server", "--shell");
    }

    private static void assertUsage(String message, String... words) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> CommandLine.parse(List.of(words)))
                .satisfies(e -> assertThat(e.reason().text(Locale.ENGLISH)).contains(message));
    }

    private static Action action(String... words) {
        return CommandLine.parse(List.of(words)).action();
    }
}

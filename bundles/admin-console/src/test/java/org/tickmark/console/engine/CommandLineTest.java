package org.tickmark.console.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickmark.api.command.Argument.Cardinality;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.ValueKind;
import org.tickmark.api.record.Column;

class CommandLineTest {
    private final FakeCommand list = FakeCommand.of(FakeCommand.named("unit", "list"));
    private final FakeCommand link = FakeCommand.of(FakeCommand.named("unit", "link"));
    private final FakeCommand show = FakeCommand.of(FakeCommand.named("unit", "show")
            .argument("CODE", FakeCommand.text("code"), ValueKind.record("unit"), Cardinality.ONE));
    private final FakeCommand copy = FakeCommand.of(FakeCommand.named("file", "copy")
            .argument("TO", FakeCommand.text("where"), ValueKind.PATH, Cardinality.ONE)
            .argument("FILE", FakeCommand.text("what"), ValueKind.PATH, Cardinality.SOME)
            .option("as-of", FakeCommand.text("day"), ValueKind.DATE)
            .option("wait", FakeCommand.text("how long"), ValueKind.DURATION)
            .option("times", FakeCommand.text("how often"), ValueKind.INTEGER)
            .option("out", FakeCommand.text("log"), ValueKind.PATH)
            .option("mode", FakeCommand.text("how"), ValueKind.choice("fast", "safe"))
            .repeatable("tag", FakeCommand.text("tags"), ValueKind.TEXT)
            .flag("dry-run", FakeCommand.text("nothing")));
    private final FakeCommand batch = FakeCommand.of(FakeCommand.named("batch", "")
            .argument("NAME", FakeCommand.text("name"), ValueKind.TEXT, Cardinality.OPTIONAL)
            .flag("all", FakeCommand.text("all")));
    private final Workbench workbench = new Workbench()
            .with(list, link, show, copy, batch)
            .records("unit", Column.text("code"), List.of("100", "200", "nord-1", "nord-2"));
    private final FakeTerminal terminal = new FakeTerminal();

    @Test
    void optionsMayStandAnywhereAmongTheArguments() {
        run("file", "copy", "--dry-run", "target", "--tag=a", "one", "--tag", "b", "two", "-Olog.txt");
        assertThat(copy.call().argument("TO")).isEqualTo("target");
        assertThat(copy.call().arguments("FILE")).containsExactly("one", "two");
        assertThat(copy.call().options("tag")).containsExactly("a", "b");
        assertThat(copy.call().option("out")).contains("log.txt");
        assertThat(copy.call().flag("dry-run")).isTrue();
    }

    @Test
    void afterTwoHyphensEverythingIsAnArgument() {
        run("file", "copy", "--", "--dry-run", "-x");
        assertThat(copy.call().argument("TO")).isEqualTo("--dry-run");
        assertThat(copy.call().arguments("FILE")).containsExactly("-x");
        assertThat(copy.call().flag("dry-run")).isFalse();
    }

    @Test
    void aNegativeNumberIsAValue() {
        assertThat(run("file", "copy", "a", "-5", "--times", "-3")).isEqualTo(ExitCode.OK);
        assertThat(copy.call().arguments("FILE")).containsExactly("-5");
        assertThat(copy.call().option("times")).contains("-3");
    }

    @Test
    void hostOptionsMayStandBeforeTheCommand() {
        assertThat(run("-o", "json", "--no-headers", "unit", "list")).isEqualTo(ExitCode.OK);
        assertThat(list.wasCalled()).isTrue();
    }

    @Test
    void aCommandMayBeItsScopeAlone() {
        run("batch", "--all", "night");
        assertThat(batch.call().arguments("NAME")).containsExactly("night");
        assertThat(batch.call().flag("all")).isTrue();
    }

    @Test
    void aVerbMayBeGivenByItsBeginning() {
        run("unit", "lis");
        assertThat(list.wasCalled()).isTrue();
    }

    @Test
    void anAmbiguousVerbIsRefusedWithTheChoices() {
        assertThat(run("unit", "li")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo("error: 'li' is the beginning of several commands — expected link, list\n");
    }

    @Test
    void aKeyMayBeGivenByItsBeginning() {
        run("unit", "show", "2");
        assertThat(show.call().argument("CODE")).isEqualTo("200");
    }

    @Test
    void anAmbiguousKeyIsRefusedWithTheChoices() {
        assertThat(run("unit", "show", "nord")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("CODE: several keys begin with 'nord'")
                .contains("nord-1, nord-2");
    }

    @Test
    void aKeyThatNobodyKnowsIsLeftToTheCommand() {
        run("unit", "show", "900");
        assertThat(show.call().argument("CODE")).isEqualTo("900");
    }

    @Test
    void numbersAreNeverTakenForTheBeginningOfOthers() {
        Workbench numbered = new Workbench().with(show).records("unit", Column.integer("id"), List.of(12L, 13L));
        numbered.run(terminal, "unit", "show", "1");
        assertThat(show.call().argument("CODE")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5m, PT5M", "2h, PT2H", "1d, PT24H", "PT1H30M, PT1H30M"})
    void durationsComeInIso(String given, String taken) {
        run("file", "copy", "a", "b", "--wait", given);
        assertThat(copy.call().option("wait")).contains(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-5m", "PT-5M", "soon", ""})
    void whatIsNoDurationIsRefused(String given) {
        assertThat(run("file", "copy", "a", "b", "--wait=" + given)).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "--as-of=31.05.2026, expected a date such as 2026-05-31",
        "--times=many, expected a whole number",
        "--mode=quick, 'expected fast, safe'",
    })
    void valuesAreCheckedBeforeTheCommandRuns(String option, String expected) {
        assertThat(run("file", "copy", "a", "b", option)).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(expected);
        assertThat(copy.wasCalled()).isFalse();
    }

    @Test
    void pathsAreTakenFromTheCallersDirectory() {
        terminal.at(Path.of("/home/kari"));
        run("file", "copy", "../in", "b.xml");
        assertThat(copy.call().path("../in")).isEqualTo(Path.of("/home/in"));
        assertThat(copy.call().path("/etc")).isEqualTo(Path.of("/etc"));
    }

    @ParameterizedTest
    @CsvSource({
        "unti list, Did you mean 'unit'?",
        "unit lsit, Did you mean 'list'?",
        "unit list --no-header, Did you mean '--no-headers'?",
        "file copy a b --dryrun, Did you mean '--dry-run'?",
    })
    void aSlipIsAnsweredWithWhatWasProbablyMeant(String line, String answer) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "unit, needs to know what to do",
        "unit show, CODE is missing",
        "unit list more, is one value more than 'unit list' takes",
        "file copy a b --times, Option --times needs a value",
        "file copy a b --times 1 --times 2, may be given only once",
        "file copy a b --dry-run=yes, takes no value",
        "file copy a b -x, has no option -x",
    })
    void whatIsWrongIsSaid(String line, String said) {
        assertThat(run(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).startsWith("error: ").contains(said);
    }

    @Test
    void aScopeWhoseProviderIsAwaySaysSo() {
        assertThat(run("rec", "status")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .contains("The commands of 'rec' are away")
                .contains("org.tickmark.reconciliation")
                .contains("plugin list");
    }

    @Test
    void aCommandThatIsAwaySaysSoToo() {
        assertThat(run("unit", "stat")).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .contains("The commands of 'unit stat' are away")
                .contains("org.tickmark.platform");
    }

    @Test
    @Timeout(60)
    void aCommandWhoseProviderIsBeingReplacedIsWaitedFor() throws Exception {
        FakeCommand status = FakeCommand.of(FakeCommand.named("rec", "status"));
        workbench.patient(Duration.ofMinutes(1));
        CompletableFuture<ExitCode> running = CompletableFuture.supplyAsync(() -> run("rec", "status"));
        workbench.with(FakeCommand.of(FakeCommand.named("rec", "list")));
        workbench.with(status);
        assertThat(running.get()).isEqualTo(ExitCode.OK);
        assertThat(status.wasCalled()).isTrue();
    }

    @Test
    void aCommandThatComesAfterOthersOfItsScopeIsWaitedFor() throws Exception {
        FakeCommand status = FakeCommand.of(FakeCommand.named("unit", "status"));
        workbench.patient(Duration.ofMinutes(1));
        FutureTask<ExitCode> running = new FutureTask<>(() -> run("unit", "status"));
        Thread waiting = new Thread(running);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING && !running.isDone()) {
            Thread.onSpinWait();
        }
        workbench.with(status);
        assertThat(running.get()).isEqualTo(ExitCode.OK);
        assertThat(status.wasCalled()).isTrue();
    }

    @Test
    void theLanguageOfTheCallIsThatOfItsErrorsToo() {
        run("unit", "lsit", "--lang", "nb");
        assertThat(terminal.err()).startsWith("feil: 'unit' kan ikke 'lsit'").contains("Mente du 'list'?");
    }

    @Test
    void theLanguageReachesTheCommand() {
        run("--lang=sv", "unit", "list");
        assertThat(list.call().caller().locale()).isEqualTo(Locale.forLanguageTag("sv"));
    }

    private ExitCode run(String... words) {
        return workbench.run(terminal, words);
    }
}

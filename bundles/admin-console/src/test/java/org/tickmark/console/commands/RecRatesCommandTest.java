package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.reconciliation.ExchangeRate;
import org.tickmark.api.host.reconciliation.ExchangeRates;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;

class RecRatesCommandTest {
    private static final ExchangeRate YEN =
            new ExchangeRate("norges-bank", "JPY", "NOK", LocalDate.of(2026, 5, 4), new BigDecimal("6.8410"), 100);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final List<String> done = new ArrayList<>();

    /** Tells what it is asked for. */
    private final ExchangeRates rates = new ExchangeRates() {
        @Override
        public List<Known> latest(Caller caller) {
            return List.of(new Known(YEN, Instant.parse("2026-05-04T15:00:00Z"), "os:kari"));
        }

        @Override
        public List<Known> rates(Caller caller, Choice choice) {
            done.add("show " + choice);
            return latest(caller);
        }

        @Override
        public Change set(Caller caller, List<ExchangeRate> set, boolean dryRun) {
            done.add("set " + set + dryRun);
            return new Change(1, 0, 0);
        }

        @Override
        public long remove(Caller caller, Choice choice, boolean dryRun) {
            done.add("remove " + choice.table() + dryRun);
            return 3;
        }

        @Override
        public Change importText(Caller caller, String table, String text, String from, boolean dryRun) {
            done.add(table + " " + text + from + dryRun);
            return new Change(2, 1, 4);
        }

        @Override
        public String exportText(Caller caller, Choice choice) {
            return "date,base\r\n";
        }
    };

    private ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench().with(RecRatesCommand.of(rates)).run(terminal, words);
    }

    @Test
    void listsRatesForProgramsAsExactDecimals() {
        run("rec", "rates", "list", "-o", "json");
        assertThat(terminal.out()).contains("\"rate\": \"6.841\"", "\"quantity\": 100", "\"set_by\": \"os:kari\"");
    }

    @Test
    void showsWhatIsChosenAndWritesItAsText() {
        run("rec", "rates", "show", "norges-bank", "--pair", "jpy/nok", "--from", "2026-05-01");
        assertThat(done.get(0)).contains("Optional[JPY]", "Optional[NOK]", "Optional[2026-05-01]");
        run("rec", "rates", "show", "norges-bank", "-O", "out.csv");
        assertThat(folder.resolve("out.csv")).hasContent("date,base\r\n");
    }

    @Test
    void importsAFileOrTellsWhatThatWouldChange() throws IOException {
        Files.writeString(folder.resolve("rates.csv"), "text\n");
        run("rec", "rates", "import", "norges-bank", "--file", "rates.csv", "--dry-run");
        assertThat(terminal.err()).endsWith("Table norges-bank: 2 would be new, 1 changed, 4 as before.\n");
        run("rec", "rates", "import", "norges-bank", "--file", "rates.csv");
        assertThat(terminal.err()).endsWith("Table norges-bank: 2 new, 1 changed, 4 as before.\n");
        assertThat(done).containsExactly("norges-bank text\nrates.csvtrue", "norges-bank text\nrates.csvfalse");
    }

    @Test
    void setsARate() {
        String[] words = {
            "rec",
            "rates",
            "set",
            "norges-bank",
            "--pair",
            "JPY/NOK",
            "--date",
            "2026-05-04",
            "--rate",
            "6.8410",
            "--quantity",
            "100"
        };
        assertThat(run(words)).isEqualTo(ExitCode.OK);
        assertThat(done).containsExactly("set " + List.of(YEN) + "false");
    }

    @Test
    void removesOnlyWithConsent() {
        terminal.answering("n");
        run("rec", "rates", "remove", "norges-bank");
        assertThat(done).containsExactly("remove norges-banktrue");
        run("rec", "rates", "remove", "norges-bank", "--yes");
        assertThat(terminal.err()).endsWith("3 rates taken out of table norges-bank.\n");
        assertThat(done).endsWith("remove norges-bankfalse");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("rec", "rates", "show")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "rates", "import", "norges-bank")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "rates", "set", "norges-bank", "--pair", "EUR/NOK", "--date", "2026-05-04"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--rate is needed");
        assertThat(run("rec", "rates", "show", "norges-bank", "--pair", "EURNOK"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(done).isEmpty();
    }
}

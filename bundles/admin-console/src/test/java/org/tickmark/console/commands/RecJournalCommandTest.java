package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.reconciliation.JournalRequest;
import org.tickmark.api.host.reconciliation.JournalVoucher;
import org.tickmark.api.host.reconciliation.Journals;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class RecJournalCommandTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);

    @TempDir
    private Path folder;

    private final FakeTerminal terminal = new FakeTerminal();
    private final Journals journals = Partly.implemented(Journals.class, new Methods());

    /** What the command calls of the service. */
    public static final class Methods {
        List<JournalVoucher> vouchers(Caller caller, JournalRequest request) {
            List<JournalVoucher.Line> lines = List.of(
                    new JournalVoucher.Line("1930", new BigDecimal("-12.50")),
                    new JournalVoucher.Line(request.accounts().get("fee"), new BigDecimal("12.50")));
            return List.of(new JournalVoucher("TICKMARK-M1", SUNDAY_31_MAY, "fee", "TICKMARK-M1 fee", "SEK", lines));
        }

        byte[] write(Caller caller, JournalRequest request, Journals.Format format) {
            return (format + " " + request.content()).getBytes(StandardCharsets.UTF_8);
        }
    }

    private ExitCode run(String... words) {
        terminal.at(folder);
        return new Workbench().with(RecJournalCommand.of(journals)).run(terminal, words);
    }

    @Test
    void showsVouchersLineByLine() {
        assertThat(run("rec", "journal", "bank", "--account", "fee=6570", "-o", "csv"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.out())
                .contains("TICKMARK-M1,2026-05-31,1930,-12.50,SEK,fee,TICKMARK-M1 fee")
                .contains("TICKMARK-M1,2026-05-31,6570,12.50,SEK,fee,TICKMARK-M1 fee");
        assertThat(terminal.err()).endsWith("One voucher\n");
    }

    @Test
    void writesAFileOfTheFormatThatItsNameOrTheOptionTells() {
        run("rec", "journal", "bank", "-O", "june.si");
        run("rec", "journal", "bank", "--content=proposed", "-O", "june.csv");
        run("rec", "journal", "bank", "--format=csv", "-O", "june.txt");
        assertThat(folder.resolve("june.si")).hasContent("SIE ALL");
        assertThat(folder.resolve("june.csv")).hasContent("CSV PROPOSED");
        assertThat(folder.resolve("june.txt")).hasContent("CSV ALL");
    }
}

package org.tickmark.console.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickmark.api.Caller;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.HandMatch;
import org.tickmark.api.host.reconciliation.ManualWork;
import org.tickmark.api.host.reconciliation.Match;
import org.tickmark.api.host.reconciliation.Note;
import org.tickmark.api.host.reconciliation.OpenItem;
import org.tickmark.api.host.reconciliation.Suggestion;
import org.tickmark.api.host.reconciliation.WriteOff;
import org.tickmark.api.message.Message;
import org.tickmark.console.engine.FakeTerminal;
import org.tickmark.console.engine.Workbench;
import org.tickmark.testkit.host.Partly;

class RecWorkCommandsTest {
    private static final LocalDate SUNDAY_31_MAY = LocalDate.of(2026, 5, 31);
    private static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");

    private final FakeTerminal terminal = new FakeTerminal();
    private final List<Object> done = new ArrayList<>();
    private final ManualWork work = Partly.implemented(ManualWork.class, new Methods());

    /** What the commands call of the service. */
    public final class Methods {
        List<Suggestion> suggestions(Caller caller, String group) {
            List<OpenItem> rows = List.of(item(12, Side.BANK, "-52.00"), item(21, Side.LEDGER, "-50.00"));
            return List.of(new Suggestion(
                    "3f9a1c07be", 12, 1, rows, new BigDecimal("-2.00"), List.of(Message.verbatim("nearly alike"))));
        }

        ManualWork.Draft draft(Caller caller, HandMatch request) {
            BigDecimal difference = request.rows().size() == 1 ? new BigDecimal("-2.00") : BigDecimal.ZERO;
            return new ManualWork.Draft(SUNDAY_31_MAY, BigDecimal.TEN, difference, "NOK", new BigDecimal("1250.5"));
        }

        Match match(Caller caller, HandMatch request) {
            done.add(request);
            return made();
        }

        Match accept(Caller caller, String group, String suggestion, Optional<WriteOff> writeOff) {
            done.add(suggestion
                    + writeOff.map(off -> " " + off.kind() + " " + off.amount()).orElse(""));
            return made();
        }

        void reject(Caller caller, String group, String suggestion, String reason) {
            done.add(suggestion + " " + reason);
        }

        void exclude(Caller caller, String group, List<Long> entries, String reason) {
            done.add(entries + " " + reason);
        }

        void note(Caller caller, String group, Note.Subject subject, long id, String text) {
            done.add(subject + " " + id + " " + text);
        }

        List<Note> notes(Caller caller, String group) {
            return List.of(new Note(Note.Subject.MATCH, 17, "fine", NOW, "os:kari"));
        }
    }

    private static OpenItem item(long id, Side side, String amount) {
        BigDecimal value = new BigDecimal(amount);
        return new OpenItem(
                id, side, "a", SUNDAY_31_MAY, value, value, "NOK", "", "Fjordlys AS", "", 0, Message.verbatim("?"), "");
    }

    private static Match made() {
        return new Match(
                17,
                0,
                "bank",
                "",
                SUNDAY_31_MAY,
                NOW,
                "os:kari",
                List.of(12L),
                List.of(21L),
                Map.of(12L, new BigDecimal("600.00")),
                new BigDecimal("600.00"),
                BigDecimal.ZERO,
                List.of());
    }

    private ExitCode run(String... words) {
        return new Workbench()
                .with(RecWorkCommands.of(work).toArray(WorkbenchCommand[]::new))
                .run(terminal, words);
    }

    @Test
    void matchesEntriesAndPartsOfThem() {
        assertThat(run("rec", "match", "bank", "12=600.00", "21", "--note", "as agreed", "-o", "csv"))
                .isEqualTo(ExitCode.OK);
        assertThat(done)
                .containsExactly(new HandMatch(
                        "bank",
                        List.of(HandMatch.Row.part(12, new BigDecimal("600.00")), HandMatch.Row.of(21)),
                        Optional.empty(),
                        "as agreed"));
        assertThat(terminal.out()).contains("12=600.00");
        assertThat(terminal.err()).isEqualTo("Match 17 was made, effective 2026-05-31.\n");
    }

    @Test
    void whatIsNoEntryIsAUsageError() {
        assertThat(run("rec", "match", "bank", "twelve")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "match", "bank", "12=some")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "match", "bank")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("That names no entry").contains("4711=600.00");
        assertThat(done).isEmpty();
    }

    @Test
    void asksBeforeADifferenceIsWrittenOff() {
        terminal.answering("n");
        run("rec", "write-off", "bank", "12", "--kind", "fee");
        assertThat(terminal.questions())
                .containsExactly(
                        "Match these and write off -2.00 (fee)? In that month 1,250.50 may still be written off. [y/N]");
        assertThat(done).isEmpty();

        assertThat(run("rec", "write-off", "bank", "12", "--kind", "fee", "--yes"))
                .isEqualTo(ExitCode.OK);
        assertThat(done)
                .containsExactly(HandMatch.of("bank", List.of(12L))
                        .bearing(new WriteOff(WriteOff.Kind.FEE, new BigDecimal("-2.00"))));
    }

    @Test
    void aWriteOffSaysWhatItIsAndHasSomethingToWriteOff() {
        assertThat(run("rec", "write-off", "bank", "12", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "write-off", "bank", "12", "21", "--kind", "fee", "--yes"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("Bank and ledger do not differ");
        assertThat(done).isEmpty();
    }

    @Test
    void showsSuggestionsWithTheirEntriesAndTakesOrLeavesThem() {
        run("rec", "suggest", "bank", "-o", "csv");
        assertThat(terminal.out())
                .contains("3f9a1c07be")
                .contains("Fjordlys AS")
                .contains("nearly alike");

        assertThat(run("rec", "accept", "bank", "3f9a1c07be", "--kind", "fee")).isEqualTo(ExitCode.OK);
        assertThat(run("rec", "reject", "bank", "3f9a1c07be")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "reject", "bank", "3f9a1c07be", "--reason", "no")).isEqualTo(ExitCode.OK);
        assertThat(done).containsExactly("3f9a1c07be FEE -2.00", "3f9a1c07be no");
    }

    @Test
    void listsOnlySuggestionsWithTheEntryAskedFor() {
        run("rec", "suggest", "bank", "--entry", "4711", "-o", "json");
        assertThat(terminal.out()).isEqualTo("[]\n");
    }

    @Test
    void leavesOutWithAReasonAndNotesOnEntriesAndMatches() {
        assertThat(run("rec", "exclude", "bank", "12", "21")).isEqualTo(ExitCode.USAGE);
        assertThat(run("rec", "exclude", "bank", "12", "21", "--reason=disputed"))
                .isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).endsWith("2 entries are left out.\n");
        run("rec", "note", "bank", "12", "asked");
        run("rec", "note", "bank", "17", "fine", "--match");
        assertThat(done).containsExactly("[12, 21] disputed", "ENTRY 12 asked", "MATCH 17 fine");
        run("rec", "notes", "bank", "-o", "json");
        assertThat(terminal.out()).contains("\"on\": \"match\"").contains("2026-06-01T06:00:00Z");
    }
}

package org.tickmark.web.screens.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

/** A definition set up step by step, as it is without JavaScript. */
class WizardTest extends WorkbenchViewContract {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:30:00Z");

    @Override
    protected WorkbenchView view() {
        return new ImportsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return at("source");
    }

    private static FakeViewCall at(String step) {
        Table places = Table.under(
                        Column.text("path"),
                        Column.message("kind"),
                        Column.integer("bytes"),
                        Column.instant("changed_at"))
                .row("/inbox/bank-a", Message.verbatim("folder"), null, MORNING)
                .row("/inbox/may.xml", Message.verbatim("file"), 512L, MORNING)
                .build();
        Table one = Table.under(Column.text("name")).row("camt").build();
        return Answers.imports()
                .answering("import folders", CommandResult.of(places))
                .answering("import formats", CommandResult.of(one))
                .answering("import list", CommandResult.of(one))
                .answering("import detect", CommandResult.of(one).summary(Message.verbatim("Recognised as camt.")))
                .answering("import preview", CommandResult.of(one))
                .answering(
                        "unit list",
                        CommandResult.of(
                                Table.under(Column.text("code")).row("100").build()))
                .answering("account list", CommandResult.of(one))
                .answering("import add", trial())
                .answering("import edit", trial())
                .allowing("import make-folder")
                .with("step", step);
    }

    private static CommandResult trial() {
        Map<String, Object> file = Map.of(
                "file",
                "may.xml",
                "result",
                "rejected",
                "statements",
                0L,
                "entries",
                0L,
                "known",
                0L,
                "issues",
                List.of(Map.of("what", "No amount.", "where", "line 7", "found", "abc", "advice", "Correct it.")));
        return CommandResult.of(
                        Table.under(Column.text("check")).build(),
                        Map.of(
                                "paths",
                                List.of(Map.of("check", "archive.there", "ok", false, "detail", "/out is not there.")),
                                "files",
                                List.of(file)))
                .summary(Message.verbatim("Dry run: 1 file waits."));
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void aFolderIsChosenAmongThoseThatAreOpen() {
        assertThat(page(at("source")))
                .contains("href=\"/w/test?in=%2Finbox%2Fbank-a&amp;step=source\"", "may.xml, 512 bytes")
                .doesNotContain("Take files from this folder");
        assertThat(page(at("source").with("in", "/inbox")))
                .contains("name=\"arg.SOURCE\" value=\"/inbox\"", "Take files from this folder");
    }

    @Test
    void aFileOfTheFolderShowsWhyItIsTakenForWhatAndItsFirstRows() {
        assertThat(page(at("format").with("arg.SOURCE", "/inbox")))
                .contains("may.xml, as it would be read", "Recognised as camt.", "recognised from each file")
                .contains("type=\"hidden\" name=\"arg.SOURCE\" value=\"/inbox\"");
    }

    @Test
    void eachStepKeepsTheAnswersOfTheOthersAndProposesItsOwn() {
        FakeViewCall answered = at("unit").with("arg.SOURCE", "/inbox/Bank A").with("sample", "/inbox/Bank A/may.xml");
        assertThat(page(answered))
                .contains("name=\"arg.NAME\" value=\"bank-a\"", "<option value=\"100\">100</option>")
                .contains("type=\"hidden\" name=\"sample\" value=\"/inbox/Bank A/may.xml\"");
        assertThat(page(answered.with("step", "archive").with("arg.NAME", "bank-a")))
                .contains("value=\"archive/bank-a\"", "name=\"opt.pattern\" value=\"*.xml\"")
                .doesNotContain("There is an import");
        assertThat(page(answered.with("step", "archive").with("arg.NAME", "camt")))
                .contains("There is an import camt already.");
    }

    private static FakeViewCall whole() {
        return at("check")
                .with("arg.NAME", "bank-a")
                .with("arg.UNIT", "100")
                .with("arg.SOURCE", "/inbox/bank-a")
                .with("arg.ARCHIVE", "/out")
                .with("opt.account", "bank\nsaving")
                .with("sample", "/inbox/may.xml");
    }

    @Test
    void theLastStepTellsWhatWouldComeOfItAndSaves() {
        assertThat(page(whole()))
                .contains(
                        "✗ Archive folder: /out is not there.",
                        "may.xml: rejected; no statements, no new entries, 0 known")
                .contains("No amount.", "line 7", "abc", "Correct it.")
                .contains(
                        "import add {ARCHIVE=/out, NAME=bank-a, SOURCE=/inbox/bank-a, UNIT=100, account=bank\nsaving}");
        assertThat(page(whole().in(Locale.forLanguageTag("sv")))).contains("Spara", "avvisad");
        assertThat(page(whole().with("arg.NAME", "camt"))).contains("Import camt is set up: open it");
    }

    @Test
    void aDefinitionThatIsChangedComesWithItsAnswers() {
        FakeViewCall call = at("check").with("change", "bank-a").with("opt.pattern", "*.csv");
        assertThat(page(call))
                .contains("Change import bank-a")
                .contains("import edit {NAME=bank-a, account=bank, archive=/archive/bank, background=yes, format=camt,"
                        + " pattern=*.csv, source=/inbox/bank, strictness=usual, unit=100}");
    }

    @Test
    void whatIsTriedAreTheWordsOfTheCommand() {
        assertThat(Draft.of(whole()).trial(5))
                .containsExactly(
                        "import",
                        "add",
                        "--dry-run",
                        "--try=5",
                        "--account=bank",
                        "--account=saving",
                        "--",
                        "bank-a",
                        "100",
                        "/inbox/bank-a",
                        "/out");
    }
}

package org.tickmark.web.screens.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class FilesScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new FilesScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        Table statements = Table.under(Column.text("account_code"), Column.text("verdict"))
                .row("bank", "FAILED")
                .build();
        return Answers.imports()
                .answering("import file", file("rejected", "rejected/may.xml"))
                .answering("record list", CommandResult.of(statements))
                .answering("import undo", CommandResult.done(Message.verbatim("3 entries would be taken out.")))
                .answering("import requeue", CommandResult.done(Message.verbatim("It can be put back to /inbox.")))
                .allowing("import undo")
                .allowing("import requeue");
    }

    private static CommandResult file(String result, String archivedAs) {
        Map<String, Object> problem = Map.of(
                "what", "No amount.", "where", "line 7", "found", "abc", "expected", "1 234,56", "advice", "Mend it.");
        return CommandResult.of(
                "Bytes  512",
                Map.of(
                        "file",
                        "may.xml",
                        "import",
                        "bank-a",
                        "result",
                        result,
                        "archived_as",
                        archivedAs,
                        "issues",
                        result.equals("rejected") ? List.of(problem) : List.of()));
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    private FakeViewCall opened() {
        return goodCall().with(ViewCall.OPEN, "813");
    }

    @Test
    void theListTellsInWordsWhatBecameOfFiles() {
        assertThat(page(goodCall())).contains("<td>rejected</td>").doesNotContain("REJECTED");
    }

    @Test
    void theFilesOfOneImportAreToldApartAndLeadToAll() {
        assertThat(page(goodCall().with("import", "bank-a"))).contains("Files of import bank-a.", ">All files</a>");
        assertThat(page(goodCall())).doesNotContain("Files of import");
    }

    @Test
    void aRejectedFileTellsWhereWhatWasFoundWhatWasExpectedAndWhatToDo() {
        assertThat(page(opened()))
                .contains("nothing of it is booked", "No amount.", "line 7", "abc", "1 234,56", "Mend it.")
                .contains("does not add up", "href=\"/w/imports?open=bank-a\"");
        assertThat(page(opened().in(Locale.forLanguageTag("nb")))).contains("Hva du kan gjøre", "går ikke opp");
    }

    @Test
    void aRejectedFileIsPutBackWhereTheDryRunSays() {
        assertThat(page(opened()))
                .contains("It can be put back to /inbox.", "import requeue {FILE=813}")
                .doesNotContain("import undo {");
    }

    @Test
    void anImportedFileIsUndoneWithAReasonAndTellsBeforeWhatThatDoes() {
        FakeViewCall imported = opened().answering("import file", file("imported", "may.xml"));
        assertThat(page(imported))
                .contains("import undo {FILE=813}", "name=\"opt.reason\"")
                .doesNotContain("import requeue {", "3 entries would be taken out.");
        assertThat(page(imported.with("foresee", "undo"))).contains("3 entries would be taken out.");
    }
}

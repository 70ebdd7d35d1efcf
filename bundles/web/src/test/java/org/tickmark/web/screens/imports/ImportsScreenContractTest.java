package org.tickmark.web.screens.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class ImportsScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new ImportsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return Answers.imports();
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    private static FakeViewCall opened() {
        return Answers.imports().with(ViewCall.OPEN, "bank-a");
    }

    @Test
    void theListIsWhereAnImportIsSetUp() {
        assertThat(page(goodCall())).contains("<td>bank-a</td><td>1</td>", "Set up an import");
        assertThat(page(goodCall()
                        .answering(
                                "import status",
                                CommandResult.of(
                                        Table.under(Column.text("import")).build(), List.of()))))
                .contains("No import is set up yet.");
    }

    @Test
    void anImportTellsInWordsWhatKeepsItWaitsCameAndWasRejected() {
        assertThat(page(opened()))
                .contains("/archive/bank is not there.", "1 file waits in the folder.", "june.xml", "12,345")
                .contains("Last: Mon 2 Mar 2026 06:30 Z, may.xml: rejected, no new entries.")
                .contains("1 file lies among the rejected ones.", "href=\"/w/files?open=813\"", ">undone<");
        assertThat(page(opened().in(Locale.forLanguageTag("nb"))))
                .contains("1 fil venter i mappen.", "avvist", "Avviste filer");
    }

    @Test
    void itIsRunTriedChangedAndDeletedFromThere() {
        assertThat(page(opened()))
                .contains("import run {NAME=bank-a}", "import run {NAME=bank-a, dry-run=true}")
                .contains("href=\"/w/test?change=bank-a&amp;step=source\"", "import delete {NAME=bank-a}");
    }

    @Test
    void itsFoldersAreTestedWhenSomebodyAsks() {
        assertThat(page(opened())).doesNotContain("on the same volume");
        assertThat(page(opened().with("test", "yes"))).contains("oslo", "on the same volume");
    }
}

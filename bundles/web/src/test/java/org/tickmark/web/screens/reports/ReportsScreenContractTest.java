package org.tickmark.web.screens.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class ReportsScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new ReportsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return FakeViewCall.create()
                .answering(
                        "report list",
                        CommandResult.of(Table.under(Column.text("report"))
                                .row("open-items")
                                .build()))
                .answering(
                        "rec status",
                        CommandResult.of(Table.under(Column.text("group"))
                                .row("bank <1>")
                                .build()))
                .answering("report run", CommandResult.of("Open <items>\n"))
                .with(ViewCall.OPEN, "open-items")
                .with("of", "bank <1>");
    }

    @Test
    void aReportIsPreviewedAndComesInEveryFormat() {
        Html html = new Html();
        view().render(goodCall().with("as-of", "2026-05-31"), html);

        assertThat(html.written())
                .contains("Open &lt;items&gt;", "<option value=\"bank &lt;1&gt;\" selected=\"\">")
                .contains("/reports/open-items?of=bank%20%3C1%3E&amp;as-of=2026-05-31&amp;format=pdf");
    }
}

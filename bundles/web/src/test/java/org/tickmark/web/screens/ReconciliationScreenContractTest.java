package org.tickmark.web.screens;

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

class ReconciliationScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new ReconciliationScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return BoardTest.call().with(ViewCall.OPEN, "bank-1930");
    }

    @Test
    void whereThereIsNoGroupYetItTellsTheWayToOneAndWhatIsDoneOfIt() {
        Table nothing = Table.under(Column.text("group")).build();
        Table one = Table.under(Column.text("code")).row("100").build();
        Html html = new Html();
        view().render(
                        FakeViewCall.create()
                                .answering("rec status", CommandResult.of(nothing))
                                .answering("unit list", CommandResult.of(one))
                                .answering("account list", CommandResult.of(nothing))
                                .allowing("batch")
                                .allowing("rec add"),
                        html);

        assertThat(html.written())
                .contains("href=\"/w/units?\">Add a unit: the company whose accounts are reconciled</a> ✓")
                .contains(
                        "one in the ledger</a></li>",
                        "href=\"/w/imports?step=source\"",
                        "rec add {}",
                        "batch {all=true}");
    }
}

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

class AccountsScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new AccountsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return FakeViewCall.create()
                .answering(
                        "account list",
                        CommandResult.of(Table.under(Column.text("unit"), Column.text("code"), Column.text("name"))
                                .row("100", "1920", "Bank")
                                .build()))
                .answering("account show", CommandResult.of("Number  NO93"))
                .allowing("account add")
                .allowing("account edit")
                .allowing("account delete");
    }

    @Test
    void anAccountIsOpenedByItsUnitAndCodeToBeChanged() {
        Html html = new Html();
        view().render(goodCall().with(ViewCall.OPEN, "100/1920"), html);

        assertThat(html.written())
                .contains("<td>100/1920</td><td>Bank</td>", "<dt>Number</dt><dd>NO93</dd>")
                .contains("account edit {CODE=1920, UNIT=100}", "account delete {CODE=1920, UNIT=100}");
    }
}

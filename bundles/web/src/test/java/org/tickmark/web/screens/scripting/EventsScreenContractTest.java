package org.tickmark.web.screens.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class EventsScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new EventsScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return FakeViewCall.create()
                .answering(
                        "trigger events",
                        CommandResult.of(Table.under(Column.text("topic"), Column.text("phase"), Column.list("fields"))
                                .row("calendar.edit", "before", List.of("title*=Close = end", "unit=100"))
                                .build()))
                .with(ViewCall.OPEN, "calendar.edit")
                .allowing("trigger add");
    }

    @Test
    void anEventComesWithASampleAndATriggerThatWaitsForIt() {
        Html html = new Html();
        view().render(goodCall(), html);

        assertThat(html.written())
                .contains("<td>title</td><td>Close = end</td><td>yes</td>", "<td>unit</td><td>100</td><td></td>")
                .contains("trigger add {before=calendar.edit}");
    }
}

package org.tickmark.web.screens.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class TracesScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new TracesScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return Answers.traces().with(ViewCall.OPEN, "12").with("compare", "14");
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void aMomentLeadsToThoseBesideItAndToTheChangesOfWhatIsKnown() {
        assertThat(page(goodCall()))
                .contains(
                        "Step 5 of 9: hello, line 2", "open=12&amp;step=4", "open=12&amp;step=6", "open=12&amp;step=9")
                .contains("change=n&amp;open=12&amp;step=5", "back=yes&amp;change=n&amp;open=12&amp;step=5")
                .contains("<tr class=\"changed\">", "<tr class=\"here\" aria-current=\"true\">");
    }

    @Test
    void recordingsAreListedBesideWhatIsTraced() {
        assertThat(page(Answers.traces())).contains("script/hello", "<td>12</td>");
    }
}

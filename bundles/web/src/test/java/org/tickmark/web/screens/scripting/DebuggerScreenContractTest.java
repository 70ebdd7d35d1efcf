package org.tickmark.web.screens.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class DebuggerScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new DebuggerScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return Answers.sessions();
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    @Test
    void theCallersNewestSessionIsShownWithAllThatIsKnown() {
        assertThat(page(goodCall()))
                .contains("Session 3: hello", "At a breakpoint.", "2026-11-27 09:15:00 Z", "so far")
                .contains("<tr class=\"here\" aria-current=\"true\">", "print(&quot;&lt;b&gt;&quot;);")
                .contains("debug step {ID=3, STEP=out, quiet=true}", "debug set {ID=3, NAME=n, frame=0}")
                .contains("<dt>x</dt><dd>7</dd>", "<dt>n * 2</dt><dd>2</dd>");
    }

    @Test
    void theNumberOfALineSetsABreakpointOrRemovesIt() {
        assertThat(page(goodCall()))
                .contains("form=\"debug-line-off\" name=\"arg.LINE\" value=\"1\" aria-pressed=\"true\"")
                .contains("form=\"debug-line-on\" name=\"arg.LINE\" value=\"2\" aria-pressed=\"false\"")
                .contains(
                        "debug break {ID=3, remove=true, source=hello}",
                        "<code>n &gt; 1</code>",
                        "<code>&gt;=5</code>");
    }

    @Test
    void aSessionThatIsOverIsSaidToBe() {
        assertThat(page(goodCall().with(ViewCall.OPEN, "2")))
                .contains("Session 2 is over.")
                .doesNotContain("At a breakpoint.");
    }
}

package org.tickmark.web.screens.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class ScriptsScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return ScriptsScreen.macros();
    }

    @Override
    protected FakeViewCall goodCall() {
        return Answers.scripts();
    }

    private String page(FakeViewCall call) {
        Html html = new Html();
        view().render(call, html);
        return html.written();
    }

    private static FakeViewCall opened() {
        return Answers.scripts().with(ViewCall.OPEN, "hello");
    }

    @Test
    void aScriptComesWithItsTextToBeSavedOverTheVersionThatWasRead() {
        assertThat(page(opened()))
                .contains(">\nInteger n = 1;\n</textarea>", "Version 3, saved by user:kari, 2026-11-27 09:00:00 Z")
                .contains("script save {NAME=hello, over=3}", "unit=100\nfrom=</textarea>")
                .contains("script restore {NAME=hello, NUMBER=2}")
                .doesNotContain("A semicolon is missing.");
    }

    @Test
    void whatWasTypedStaysAndIsToldItsFaultsWithLineAndColumn() {
        assertThat(page(opened().with("opt.text", "Integer n = 2")))
                .contains(">\nInteger n = 2</textarea>", "data-line=\"2\" data-column=\"7\"")
                .contains("hello, line 2, column 7:", "A semicolon is missing. Found: }. Expected: ;.");
        assertThat(page(Answers.scripts().with("opt.text", "Integer n = 2").in(Locale.forLanguageTag("nb"))))
                .contains("<details open=\"\">", "linje 2, kolonne 7");
    }

    @Test
    void aTextStaysThatOfTheVersionThatItWasMadeOfAlsoOnceItWasChecked() {
        assertThat(page(opened().with("opt.text", "Integer n = 2").with("opt.over", "2")))
                .contains("script save {NAME=hello, over=2}");
        assertThat(page(Answers.scripts())).contains("script save {language=macro, over=0}");
    }

    @Test
    void whatWasTypedIsPutInFormIfAsked() {
        assertThat(page(opened().with("opt.text", "Integer   n=1;").with("formatted", "yes")))
                .contains(">\nInteger n = 1;\n</textarea>");
    }

    @Test
    void whatHasChangedSinceAVersionIsToldLineByLine() {
        assertThat(page(opened().with("diff", "2"))).contains("<del>-print(1);</del>", "<ins>+print(2);</ins>");
    }
}

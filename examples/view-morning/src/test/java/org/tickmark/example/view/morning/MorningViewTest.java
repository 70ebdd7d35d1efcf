package org.tickmark.example.view.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.testkit.MessageFiles;
import org.tickmark.testkit.view.FakeViewCall;

class MorningViewTest {
    /** Three groups: one is done, one has open items, one is not proven. */
    static FakeViewCall call() {
        Table groups = Table.under(Column.text("group"), Column.integer("open"), Column.flag("proven"))
                .row("done", 0L, true)
                .row("open", 3L, true)
                .row("unproven", 0L, false)
                .build();
        return FakeViewCall.create()
                .answering("rec status", CommandResult.of(groups))
                .allowing("rec run");
    }

    private static String written(FakeViewCall call) {
        Html html = new Html();
        new MorningView().render(call, html);
        return html.written();
    }

    @Test
    void showsTheGroupsThatNeedAPerson() {
        assertThat(written(call()))
                .contains("<td>open</td>", "<td>unproven</td>")
                .doesNotContain("<td>done</td>");
    }

    @Test
    void tellsHowManyAreDoneInTheLanguageOfWhoLooks() {
        assertThat(written(call())).contains("1 of 3 groups");
        assertThat(written(call().in(Locale.forLanguageTag("nb")))).contains("1 av 3 grupper");
    }

    @Test
    void speaksThreeLanguages() {
        MessageFiles.check(MorningView.class);
    }
}

package org.tickmark.web.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.Column;
import org.tickmark.api.record.Table;
import org.tickmark.testkit.view.FakeViewCall;

/** Codes and particulars of records in words. */
class WordedTest {
    private static List<String> told(Object... values) {
        Table table = Table.under(
                        Column.text("name"), Column.text("origin"), Column.text("state"), Column.text("details"))
                .row(values)
                .build();
        return Worded.of(FakeViewCall.create(), table).rows().get(0).stream()
                .map(value -> value instanceof Message message
                        ? message.text(Locale.forLanguageTag("nb"))
                        : String.valueOf(value))
                .toList();
    }

    @Test
    void codesAreWordsInTheColumnsThatHoldThem() {
        assertThat(told("WEB", "WEB", "GIVEN_UP", "")).containsExactly("WEB", "nettleser", "gitt opp", "");
    }

    @Test
    void whatWasDoneIsToldInWordsWithItsCode() {
        Table acts = Table.under(Column.text("action"))
                .row("group.save")
                .row("plugin.danced")
                .build();

        assertThat(Worded.of(FakeViewCall.create(), acts).rows())
                .extracting(row ->
                        row.get(0) instanceof Message message ? message.text(Locale.forLanguageTag("sv")) : row.get(0))
                .containsExactly("grupp sparad (group.save)", "plugin.danced");
    }

    @Test
    void whatNobodyHasAWordForStaysAsItIs() {
        assertThat(told("a", "env:TICKMARK_X", null, "plain")).containsExactly("a", "env:TICKMARK_X", "null", "plain");
    }

    @Test
    void particularsThatSaySomethingComeUnderTheirHeadings() {
        assertThat(told("a", "WEB", "SENT", "{\"email\":\"\",\"entries\":\"12\",\"unit\":\"100: north\"}")
                        .get(3))
                .isEqualTo("entries: 12; unit: 100: north");
    }
}

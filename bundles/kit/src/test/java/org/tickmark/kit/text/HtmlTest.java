package org.tickmark.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesWhatHtmlReadsAsItsOwn() {
        assertThat(Html.escape("<a href=\"x\" id='y'>A & B</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;A &amp; B&lt;/a&gt;");
        assertThat(Html.escape("&amp;")).isEqualTo("&amp;amp;");
    }

    @Test
    void leavesOtherTextAsItIs() {
        String text = "Åsa 👍\n";

        assertThat(Html.escape(text)).isSameAs(text);
        assertThat(Html.escape("")).isEmpty();
    }
}

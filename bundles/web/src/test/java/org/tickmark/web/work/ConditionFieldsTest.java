package org.tickmark.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.web.http.Parameters;

/** A comparison chosen by fields, added to the text of a condition. */
class ConditionFieldsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        opt.when.field=state&opt.when.operator=equal&opt.when.value=FAILED | state = FAILED
        opt.when.field=attempt&opt.when.operator=at-most&opt.when.value=2&opt.when=always | attempt <= 2
        opt.when.field=file&opt.when.operator=begins&opt.when.value=bank a&opt.when=x = 1&opt.when.joint=or | x = 1 or file begins "bank a"
        opt.when.field=file&opt.when.value=a"b&opt.when=x = 1 or y = 2&opt.when.joint=and | (x = 1 or y = 2) and file = 'a"b'
        opt.when.field=file&opt.when=color = red&opt.when.joint=and | color = red and file = ""
        opt.when.field=&opt.when.value=2&opt.when=x = 1 | x = 1
        """)
    void aComparisonIsAddedToTheText(String form, String text) {
        Parameters joined = ConditionFields.joined(Parameters.parse(form));

        assertThat(joined.first("opt.when")).contains(text);
        assertThat(joined.first("opt.when.field")).isEmpty();
    }
}

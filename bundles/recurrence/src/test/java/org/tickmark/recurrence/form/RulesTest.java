package org.tickmark.recurrence.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickmark.recurrence.RuleSyntaxException;

class RulesTest {
    static Stream<Map<String, String>> texts() {
        return Rows.of(RulesTest.class, "texts.tsv").stream();
    }

    static Stream<Map<String, String>> errors() {
        return Rows.of(RulesTest.class, "text-errors.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesWhatItReadsInTheCanonicalForm(Map<String, String> row) {
        assertThat(Rules.parse(row.get("text")).text()).isEqualTo(row.get("canonical"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsTheCanonicalFormAsTheSameRule(Map<String, String> row) {
        assertThat(Rules.parse(row.get("canonical"))).isEqualTo(Rules.parse(row.get("text")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void saysWhereATextIsWrongAndWhatWasExpected(Map<String, String> row) {
        RuleSyntaxException refused =
                catchThrowableOfType(RuleSyntaxException.class, () -> Rules.parse(row.get("text")));
        assertThat(refused).as(row.get("text")).isNotNull().hasMessageContaining(row.get("message"));
        assertThat(refused.position()).as(refused.getMessage()).isEqualTo(Integer.parseInt(row.get("position")));
    }
}

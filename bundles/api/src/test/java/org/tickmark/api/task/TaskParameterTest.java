package org.tickmark.api.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickmark.api.message.Message;

class TaskParameterTest {
    private static final Message HELP = Message.verbatim("help");

    @ParameterizedTest
    @CsvSource({
        "TEXT, any, true",
        "INTEGER, -12, true",
        "INTEGER, 1.5, false",
        "INTEGER, 9223372036854775808, false",
        "DECIMAL, 1.50, true",
        "DECIMAL, '1,50', false",
        "FLAG, true, true",
        "FLAG, yes, false",
        "DATE, 2026-05-31, true",
        "DATE, 2026-02-30, false",
        "DURATION, PT5M, true",
        "DURATION, 5m, false",
        "SECRET, bank-a.token, true",
        "SECRET, Bank Token, false",
    })
    void allowsValuesOfItsType(TaskParameter.Type type, String value, boolean allowed) {
        assertThat(TaskParameter.required("name", type, HELP).allows(value)).isEqualTo(allowed);
    }

    @Test
    void aChoiceAllowsItsWords() {
        TaskParameter choice = TaskParameter.choice("pace", List.of("slow", "fast"), HELP);
        assertThat(choice.allows("fast")).isTrue();
        assertThat(choice.allows("medium")).isFalse();
        assertThat(choice.allows("")).isFalse();
    }

    @Test
    void emptyIsAllowedWhereTheDefaultIsEmpty() {
        assertThat(TaskParameter.optional("day", TaskParameter.Type.DATE, "", HELP)
                        .allows(""))
                .isTrue();
        assertThat(TaskParameter.optional("day", TaskParameter.Type.DATE, "2026-01-01", HELP)
                        .allows(""))
                .isFalse();
        assertThat(TaskParameter.required("day", TaskParameter.Type.DATE, HELP).allows(""))
                .isFalse();
        assertThat(TaskParameter.required("text", TaskParameter.Type.TEXT, HELP).allows(""))
                .isTrue();
    }

    @Test
    void wordsGoWithAChoiceOnly() {
        assertThatThrownBy(() -> TaskParameter.choice("pace", List.of(), HELP)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> TaskParameter.required("a b", TaskParameter.Type.TEXT, HELP))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

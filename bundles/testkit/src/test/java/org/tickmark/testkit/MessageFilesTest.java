package org.tickmark.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tickmark.api.Problem;

class MessageFilesTest {
    @Test
    void acceptsFilesWithTheSameKeysAndPlaceholders() {
        MessageFiles.check(Problem.class);
    }

    @Test
    void noticesATranslationThatLacksAPlaceholder() {
        assertThatThrownBy(() -> MessageFiles.check(MessageFilesTest.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("placeholders of greeting in sv");
    }

    @Test
    void noticesFilesThatAreMissing() {
        assertThatThrownBy(() -> MessageFiles.check(String.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("messages.properties beside java.lang.String");
    }
}

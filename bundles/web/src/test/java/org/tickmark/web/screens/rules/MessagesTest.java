package org.tickmark.web.screens.rules;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void areCompleteInEveryLanguage() {
        MessageFiles.check(Texts.class);
    }
}

package org.tickmark.script.trace;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Texts.class);
    }
}

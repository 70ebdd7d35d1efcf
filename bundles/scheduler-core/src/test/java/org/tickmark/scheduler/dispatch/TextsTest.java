package org.tickmark.scheduler.dispatch;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class TextsTest {
    @Test
    void languagesSayTheSame() {
        MessageFiles.check(Texts.class);
    }
}

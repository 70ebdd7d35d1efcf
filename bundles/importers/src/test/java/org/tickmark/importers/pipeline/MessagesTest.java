package org.tickmark.importers.pipeline;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(FileProblems.class);
    }
}

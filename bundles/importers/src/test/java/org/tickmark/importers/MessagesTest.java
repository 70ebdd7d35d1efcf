package org.tickmark.importers;

import org.junit.jupiter.api.Test;
import org.tickmark.importers.definition.Definitions;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(ImportSettings.class);
        MessageFiles.check(Definitions.class);
    }
}

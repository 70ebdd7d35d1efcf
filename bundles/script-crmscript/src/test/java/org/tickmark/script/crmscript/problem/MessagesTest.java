package org.tickmark.script.crmscript.problem;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

final class MessagesTest {
    @Test
    void areCompleteInEveryLanguage() {
        MessageFiles.check(Texts.class);
    }
}

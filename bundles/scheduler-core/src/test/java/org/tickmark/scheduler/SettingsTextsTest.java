package org.tickmark.scheduler;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class SettingsTextsTest {
    @Test
    void languagesSayTheSame() {
        MessageFiles.check(SchedulerSettings.class);
    }
}

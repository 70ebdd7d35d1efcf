package org.tickmark.calendar.series;

import org.junit.jupiter.api.Test;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(CalendarTexts.class);
    }
}

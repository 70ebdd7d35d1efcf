package org.tickmark.scheduler;

import org.junit.jupiter.api.Test;
import org.tickmark.scheduler.foreign.Translation;
import org.tickmark.scheduler.plan.Plan;
import org.tickmark.scheduler.task.StoredTasks;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(Plan.class);
        MessageFiles.check(StoredTasks.class);
        MessageFiles.check(Translation.class);
    }
}

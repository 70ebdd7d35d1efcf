package org.tickmark.reconciliation;

import org.junit.jupiter.api.Test;
import org.tickmark.reconciliation.engine.RuleList;
import org.tickmark.reconciliation.kind.PluginKinds;
import org.tickmark.reconciliation.report.ReportModel;
import org.tickmark.testkit.MessageFiles;

class MessagesTest {
    @Test
    void everyLanguageHasEveryText() {
        MessageFiles.check(Texts.class);
        MessageFiles.check(RuleList.class);
        MessageFiles.check(ReportModel.class);
        MessageFiles.check(PluginKinds.class);
    }
}

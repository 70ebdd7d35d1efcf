package org.tickmark.example.view.morning;

import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class MorningViewContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new MorningView();
    }

    @Override
    protected FakeViewCall goodCall() {
        return MorningViewTest.call();
    }
}

package org.tickmark.web.screens;

import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.testkit.view.FakeViewCall;
import org.tickmark.testkit.view.WorkbenchViewContract;

class ReconciliationScreenContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new ReconciliationScreen();
    }

    @Override
    protected FakeViewCall goodCall() {
        return BoardTest.call().with(ViewCall.OPEN, "bank-1930");
    }
}

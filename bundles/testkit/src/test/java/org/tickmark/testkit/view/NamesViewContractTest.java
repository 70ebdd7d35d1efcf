package org.tickmark.testkit.view;

import org.tickmark.api.workbench.WorkbenchView;

class NamesViewContractTest extends WorkbenchViewContract {
    @Override
    protected WorkbenchView view() {
        return new NamesView();
    }

    @Override
    protected FakeViewCall goodCall() {
        return NamesView.call();
    }
}

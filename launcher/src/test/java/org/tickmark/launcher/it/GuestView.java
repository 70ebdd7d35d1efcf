package org.tickmark.launcher.it;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.tickmark.api.Permission;
import org.tickmark.api.message.Message;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.Perspective;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.api.workbench.ViewSpec;
import org.tickmark.api.workbench.WorkbenchView;

/** A bundle with one view, for tests that drop it in. */
public final class GuestView implements BundleActivator, WorkbenchView {
    @Override
    public void start(BundleContext context) {
        context.registerService(WorkbenchView.class, this, null);
    }

    /** The framework takes the service back. */
    @Override
    public void stop(BundleContext context) {
        // Nothing else to let go of.
    }

    @Override
    public ViewSpec spec() {
        return new ViewSpec("guest", Perspective.OPERATIONS, 99, Message.verbatim("Guest"), Permission.SYSTEM_READ);
    }

    @Override
    public void render(ViewCall call, Html html) {
        html.element("p", "a guest at " + call.caller().identity().replace("user:", ""));
    }
}

package org.tickmark.launcher.it;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Packed into a plugin that cannot start. */
public final class FailingActivator implements BundleActivator {
    /** For the framework. */
    public FailingActivator() {}

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no coffee left");
    }

    @Override
    public void stop(BundleContext context) {
        // It never ran.
    }
}

package org.tickmark.platform.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Packed into a bundle by a test: does not start. */
public final class FailingActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new UnsupportedOperationException("invented");
    }

    @Override
    public void stop(BundleContext context) {
        // It never starts.
    }
}

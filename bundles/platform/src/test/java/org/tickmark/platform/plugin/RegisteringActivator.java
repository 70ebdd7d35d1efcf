package org.tickmark.platform.plugin;

import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Packed into a bundle by a test: registers something with the properties of a contribution. */
public final class RegisteringActivator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(
                Runnable.class,
                () -> {},
                FrameworkUtil.asDictionary(
                        Map.of("tickmark.format", "pipe", "tickmark.event", new String[] {"b.*", "a"}, "other", "x")));
    }

    @Override
    public void stop(BundleContext context) {
        // The framework unregisters the service.
    }
}

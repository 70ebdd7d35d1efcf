package org.tickmark.platform.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Why a bundle that should be started is not. The framework tells that only to whoever starts the bundle, and keeps it
 * nowhere: so it is started once more, and what it says is remembered until the bundle changes. Safe for use from many
 * threads.
 */
final class StartAttempts {
    private final BundleContext context;
    private final Map<Long, Attempt> attempts = new ConcurrentHashMap<>();

    StartAttempts(BundleContext context) {
        this.context = context;
    }

    private record Attempt(long lastModified, Optional<String> failure) {}

    /** Whether somebody wants the bundle to be started, and it is the time for it. */
    boolean isDue(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        return system.getState() == Bundle.ACTIVE
                && level.isPersistentlyStarted()
                && level.getStartLevel()
                        <= system.adapt(FrameworkStartLevel.class).getStartLevel();
    }

    /** What the last attempt to start the bundle as it is said; empty if it succeeded. */
    Optional<String> failure(Bundle bundle) {
        return attempts.compute(
                        bundle.getBundleId(),
                        (id, last) -> last != null && last.lastModified() == bundle.getLastModified()
                                ? last
                                : new Attempt(bundle.getLastModified(), start(bundle)))
                .failure();
    }

    private static Optional<String> start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            return Optional.empty();
        } catch (BundleException | IllegalStateException e) {
            return Optional.of(rootCause(e));
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof BundleException ? String.valueOf(cause.getMessage()) : cause.toString();
    }
}

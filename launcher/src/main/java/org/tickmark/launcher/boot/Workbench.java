package org.tickmark.launcher.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.tickmark.launcher.boot.FeatureSet.Part;

/**
 * The framework with the bundles of a {@link FeatureSet}, booted in this process. The caller holds the {@link DataLock}.
 *
 * <p>Installed bundles are kept in {@code data/cache} and used again when nothing about them has changed and the process
 * before this one stopped in order; otherwise they are installed anew. Configuration lives outside that cache.
 */
public final class Workbench implements AutoCloseable {
    private static final int PLUGIN_START_LEVEL = 25;
    private static final int FRAMEWORK_START_LEVEL = 30;

    /** What stopping may take beside the work that is waited for. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final FeatureSet features;
    private final Stamp stamp;
    private final Framework framework;
    private final Duration stopPatience;
    private final StartFailures startFailures = new StartFailures();

    /** What it is booted for. */
    public enum Purpose {
        /** It stays, and carries out tasks. */
        SERVER,
        /** It carries out one command and ends; tasks wait for a server. */
        COMMAND,
        /** The same, on a data directory that was put back from a backup and is being looked at. */
        RESTORE
    }

    private Workbench(FeatureSet features, Stamp stamp, Framework framework, Duration stopPatience) {
        this.features = features;
        this.stamp = stamp;
        this.framework = framework;
        this.stopPatience = stopPatience;
    }

    /**
     * Boots the framework and starts every bundle; {@link #awaitReady} tells whether all of it stands.
     *
     * @param purpose what for
     * @param finishing how long work at the socket may take to finish when everything stops
     * @throws IOException if the features or the data directory cannot be used
     * @throws BundleException if the framework itself does not start
     */
    public static Workbench boot(Places places, Purpose purpose, Duration finishing)
            throws IOException, BundleException {
        FeatureSet features = FeatureSet.read(places.features(), places.lib());
        Stamp stamp = new Stamp(cache(places));
        Duration stopPatience = finishing.plus(STOP_PATIENCE);
        Map<String, String> properties = properties(places, features, finishing);
        properties.put("tickmark.purpose", purpose == Purpose.SERVER ? "server" : "command");
        properties.put("tickmark.restored", String.valueOf(purpose == Purpose.RESTORE));
        if (stamp.takeIfEqual(features.fingerprint())) {
            Workbench reused = new Workbench(features, stamp, initialised(properties), stopPatience);
            if (reused.isComplete()) {
                reused.start();
                return reused;
            }
            reused.stopped();
        }
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        Workbench fresh = new Workbench(features, stamp, initialised(properties), stopPatience);
        fresh.install();
        fresh.start();
        return fresh;
    }

    private static Framework initialised(Map<String, String> properties) throws BundleException {
        Framework framework = new FrameworkFactory().newFramework(properties);
        framework.init();
        return framework;
    }

    private static Path cache(Places places) {
        return places.data().resolve("cache");
    }

    private static Map<String, String> properties(Places places, FeatureSet features, Duration finishing) {
        Map<String, String> properties = new HashMap<>();
        properties.put(
                Constants.FRAMEWORK_STORAGE, cache(places).resolve("bundles").toString());
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(FRAMEWORK_START_LEVEL));
        // No bundle is to see what lies on the class path of the launcher.
        properties.put("felix.bootdelegation.implicit", "false");
        // Felix itself would log to the standard output; what matters of it reaches the log as framework events.
        properties.put("felix.log.level", "0");
        properties.put("org.osgi.service.log.admin.loglevel", "INFO");
        // Inside the bundle cache, configuration would be lost when that is made anew.
        properties.put("felix.cm.dir", places.data().resolve("config").toString());
        features.configurations().ifPresent(json -> properties.put("configurator.initial", json));
        properties.put("felix.fileinstall.dir", places.plugins().toString());
        properties.put(
                "felix.fileinstall.tmpdir", cache(places).resolve("plugins").toString());
        properties.put("felix.fileinstall.poll", "500");
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.start.level", String.valueOf(PLUGIN_START_LEVEL));
        // A leading dot marks a file that is still being written.
        properties.put("felix.fileinstall.filter", "[^.].*\\.(jar|cfg|config)");
        properties.put("tickmark.home", places.home().toString());
        properties.put("tickmark.data.dir", places.data().toString());
        properties.put("tickmark.config.dir", places.config().toString());
        properties.put("tickmark.plugins.dir", places.plugins().toString());
        properties.put("tickmark.finishing.seconds", String.valueOf(finishing.toSeconds()));
        return properties;
    }

    /** Whether the cache still holds every bundle. */
    private boolean isComplete() {
        return bundles().size() == features.parts().size();
    }

    private void install() throws BundleException {
        BundleContext context = framework.getBundleContext();
        for (Part part : features.parts()) {
            Bundle bundle = context.installBundle(part.location());
            bundle.adapt(BundleStartLevel.class).setStartLevel(part.startLevel());
            bundle.start();
        }
    }

    private void start() throws BundleException {
        framework.getBundleContext().addFrameworkListener(startFailures);
        framework.start();
    }

    /** Waits until everything stands, or until it is plain that it will not. */
    public Readiness awaitReady(Duration patience) {
        return new ReadinessCheck(framework.getBundleContext(), bundles(), startFailures).await(patience);
    }

    /** Asks every bundle to stop and returns at once. */
    public void requestStop() {
        try {
            framework.stop();
        } catch (BundleException e) {
            throw new IllegalStateException("a framework only takes note that it shall stop", e);
        }
    }

    /** Waits until everything has been stopped, by whomever. */
    public void awaitStop() {
        try {
            framework.waitForStop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bundles of the features that are installed. */
    List<Bundle> bundles() {
        Set<String> locations = features.parts().stream().map(Part::location).collect(Collectors.toSet());
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> locations.contains(bundle.getLocation()))
                .toList();
    }

    /** The context of the framework itself. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Stops every bundle and then the framework. */
    @Override
    public void close() throws IOException, BundleException {
        if (stopped()) {
            stamp.put(features.fingerprint());
        }
    }

    private boolean stopped() throws BundleException {
        framework.stop();
        try {
            return framework.waitForStop(stopPatience.toMillis()).getType() == FrameworkEvent.STOPPED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.tickmark.launcher.boot;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.launcher.boot.Finding.Kind;
import org.tickmark.launcher.boot.Readiness.Verdict;

/** Looks at bundles and components until all of them stand, or until it is plain that they will not. */
final class ReadinessCheck {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(ReadinessCheck.class);
    private static final Duration POLL = Duration.ofMillis(20);

    /** How long a failure may last before it counts; a component that failed is tried again when its services change. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final List<Bundle> bundles;
    private final StartFailures startFailures;
    private final Components components;

    ReadinessCheck(BundleContext context, List<Bundle> bundles, StartFailures startFailures) {
        this.bundles = bundles;
        this.startFailures = startFailures;
        this.components = new Components(context);
    }

    Readiness await(Duration patience) {
        long start = System.nanoTime();
        long hopeless = Long.MAX_VALUE;
        while (true) {
            List<Finding> findings = findings();
            long waited = System.nanoTime() - start;
            boolean failed = findings.stream().anyMatch(finding -> finding.kind() != Kind.WAITING);
            hopeless = failed ? Math.min(hopeless, waited + GRACE.toNanos()) : Long.MAX_VALUE;
            if (findings.isEmpty() || waited >= Math.min(hopeless, patience.toNanos())) {
                return readiness(findings);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static Readiness readiness(List<Finding> findings) {
        return new Readiness(
                verdict(findings),
                findings.stream()
                        .sorted(Comparator.comparing(Finding::kind))
                        .map(Finding::text)
                        .toList());
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream()
                .map(Finding::kind)
                .min(Comparator.naturalOrder())
                .map(ReadinessCheck::verdict)
                .orElse(Verdict.READY);
    }

    private static Verdict verdict(Kind worst) {
        return switch (worst) {
            case REFUSAL -> Verdict.REFUSED;
            case FAILURE, BUNDLE -> Verdict.BROKEN;
            case WAITING -> Verdict.WAITING;
        };
    }

    private List<Finding> findings() {
        Stream<Finding> stopped = bundles.stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(this::stopped);
        return Stream.concat(stopped, components.findings(bundles).stream()).toList();
    }

    private Finding stopped(Bundle bundle) {
        String reason = startFailures.of(bundle).map(Failures::rootMessage).orElse("");
        String id = bundle.getState() == Bundle.INSTALLED ? "bundle.unresolved" : "bundle.stopped";
        Message text = MESSAGES.message(id, bundle.getSymbolicName(), reason);
        return new Finding(Kind.BUNDLE, text);
    }
}

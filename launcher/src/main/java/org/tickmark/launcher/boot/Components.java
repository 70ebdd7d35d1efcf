package org.tickmark.launcher.boot;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.launcher.boot.Finding.Kind;

/**
 * The declarative-services components of bundles, asked through {@code ServiceComponentRuntime} (Compendium 7, chapter
 * 112.10) by reflection: its classes belong to a bundle and are not the launcher's.
 */
final class Components {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Components.class);
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    /** {@code ComponentConfigurationDTO.SATISFIED} and {@code ACTIVE}. */
    private static final List<Integer> STANDING = List.of(4, 8);

    private static final int UNSATISFIED_CONFIGURATION = 1;

    private static final Duration ALL = Duration.ofSeconds(1);

    private final BundleContext context;

    /** The names of those that did not stand when they were asked last. */
    private Set<String> fallen = Set.of();

    /** By {@link System#nanoTime}. */
    private long allAskedAt = System.nanoTime() - ALL.toNanos();

    Components(BundleContext context) {
        this.context = context;
    }

    /**
     * The components of these bundles that do not stand. Each tells of every service that it is bound to, which costs much; so as long as some do not
     * stand only these are asked again, and all once none of them is left, or after a second: one that stood may have failed since, when it was needed.
     */
    List<Finding> findings(List<Bundle> bundles) {
        Optional<Object> runtime = runtime();
        if (runtime.isEmpty()) {
            // Then its bundle does not run, and that is told already.
            return List.of();
        }
        Collection<?> descriptions = descriptions(runtime.get(), bundles);
        if (System.nanoTime() - allAskedAt < ALL.toNanos()) {
            List<Finding> findings = findings(runtime.get(), descriptions, fallen::contains);
            if (!findings.isEmpty()) {
                return findings;
            }
        }
        List<Finding> findings = findings(runtime.get(), descriptions, name -> true);
        allAskedAt = System.nanoTime();
        return findings;
    }

    private List<Finding> findings(Object runtime, Collection<?> descriptions, Predicate<String> asked) {
        Set<String> names = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Object description : descriptions) {
            if (asked.test(name(description)) && (boolean) Reflected.field(description, "defaultEnabled")) {
                List<Finding> found = findings(runtime, description);
                findings.addAll(found);
                if (!found.isEmpty()) {
                    names.add(name(description));
                }
            }
        }
        fallen = names;
        return findings;
    }

    private Optional<Object> runtime() {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(RUNTIME, null);
            return references == null ? Optional.empty() : Optional.ofNullable(context.getService(references[0]));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private static Collection<?> descriptions(Object runtime, List<Bundle> bundles) {
        return (Collection<?>) Reflected.call(
                runtime, RUNTIME, "getComponentDescriptionDTOs", (Object) bundles.toArray(Bundle[]::new));
    }

    private static List<Finding> findings(Object runtime, Object description) {
        Collection<?> configurations =
                (Collection<?>) Reflected.call(runtime, RUNTIME, "getComponentConfigurationDTOs", description);
        if (configurations.isEmpty()) {
            return List.of(unconfigured(description));
        }
        return configurations.stream()
                .filter(configuration -> !STANDING.contains((int) Reflected.field(configuration, "state")))
                .map(configuration -> finding(description, configuration))
                .toList();
    }

    private static Finding finding(Object description, Object configuration) {
        String failure = (String) Reflected.field(configuration, "failure");
        if (failure != null) {
            return failed(description, failure);
        }
        if ((int) Reflected.field(configuration, "state") == UNSATISFIED_CONFIGURATION) {
            return unconfigured(description);
        }
        String references = elements(Reflected.field(configuration, "unsatisfiedReferences"))
                .map(reference -> reference(description, reference))
                .collect(Collectors.joining(", "));
        return waiting(MESSAGES.message("component.waiting", name(description), references));
    }

    private static Finding failed(Object description, String failure) {
        Optional<String> refusal = Failures.refusal(failure);
        String reason = refusal.orElseGet(() -> Failures.rootCause(failure));
        return new Finding(
                refusal.isPresent() ? Kind.REFUSAL : Kind.FAILURE,
                MESSAGES.message("component.failed", name(description), reason));
    }

    private static Finding unconfigured(Object description) {
        String pids = elements(Reflected.field(description, "configurationPid"))
                .map(String.class::cast)
                .collect(Collectors.joining(", "));
        return waiting(MESSAGES.message("component.unconfigured", name(description), pids));
    }

    private static Finding waiting(Message text) {
        return new Finding(Kind.WAITING, text);
    }

    /** The interface that a reference needs, with its target filter if it has one. */
    private static String reference(Object description, Object unsatisfied) {
        String name = (String) Reflected.field(unsatisfied, "name");
        String target = (String) Reflected.field(unsatisfied, "target");
        String type = elements(Reflected.field(description, "references"))
                .filter(reference -> name.equals(Reflected.field(reference, "name")))
                .map(reference -> (String) Reflected.field(reference, "interfaceName"))
                .findFirst()
                .orElse(name);
        return target == null ? type : type + target;
    }

    private static String name(Object description) {
        return (String) Reflected.field(description, "name");
    }

    private static Stream<Object> elements(Object array) {
        return IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i));
    }
}

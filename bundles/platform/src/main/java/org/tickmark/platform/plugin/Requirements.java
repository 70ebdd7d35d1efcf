package org.tickmark.platform.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Namespace;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;

/** What a bundle needs in order to be resolved and nobody offers, in plain words. */
final class Requirements {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(Requirements.class);
    private static final Pattern FLOOR = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern CEILING = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final BundleContext context;

    Requirements(BundleContext context) {
        this.context = context;
    }

    /** What is missing; empty if everything is offered, though perhaps by a bundle that is not resolved itself. */
    List<Message> missing(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return List.of();
        }
        List<BundleCapability> offered = offered();
        return revision.getDeclaredRequirements(null).stream()
                .filter(Requirements::isMandatory)
                .filter(requirement -> offered.stream().noneMatch(requirement::matches))
                .map(requirement -> inWords(requirement, offered))
                .toList();
    }

    private List<BundleCapability> offered() {
        List<BundleCapability> offered = new ArrayList<>();
        Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .forEach(revision -> offered.addAll(revision.getDeclaredCapabilities(null)));
        return offered;
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
        return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
                && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
    }

    private static Message inWords(BundleRequirement requirement, List<BundleCapability> offered) {
        String namespace = requirement.getNamespace();
        String filter = Objects.toString(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE), "");
        String name = first(Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)"), filter);
        String needed = (name + " " + range(filter)).strip();
        return switch (namespace) {
            case PackageNamespace.PACKAGE_NAMESPACE -> missingPackage(needed, versions(name, offered));
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                MESSAGES.message(
                        "plugin.missing.java", first(Pattern.compile("\\(version=([^)]+)\\)"), filter), javaVersion());
            default -> MESSAGES.message("plugin.missing.other", namespace, filter);
        };
    }

    private static Message missingPackage(String needed, String versions) {
        return versions.isEmpty()
                ? MESSAGES.message("plugin.missing.package", needed)
                : MESSAGES.message("plugin.missing.package-version", needed, versions);
    }

    private static String javaVersion() {
        return Integer.toString(Runtime.version().feature());
    }

    /** The versions of a package that are offered, in order. */
    private static String versions(String name, List<BundleCapability> offered) {
        TreeSet<String> versions = new TreeSet<>();
        for (BundleCapability capability : offered) {
            if (name.equals(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                versions.add(
                        String.valueOf(capability.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
            }
        }
        return String.join(", ", versions);
    }

    /** The versions asked for, as a range such as {@code [1.0.0,2.0.0)}; empty for any. */
    private static String range(String filter) {
        String ceiling = first(CEILING, filter);
        String floor = first(FLOOR, CEILING.matcher(filter).replaceAll(""));
        if (floor.isEmpty() || (floor.equals("0.0.0") && ceiling.isEmpty())) {
            return "";
        }
        return ceiling.isEmpty() ? floor : "[" + floor + "," + ceiling + ")";
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}

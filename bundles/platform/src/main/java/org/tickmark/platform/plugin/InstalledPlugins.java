package org.tickmark.platform.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.Plugins;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;
import org.tickmark.api.message.MessageCatalog;
import org.tickmark.platform.plugin.Components.Hindrance;

/** The plugins as they are now, computed from the bundles and the folder. Safe for use from many threads. */
final class InstalledPlugins implements Plugins {
    private static final MessageCatalog MESSAGES = MessageCatalog.of(InstalledPlugins.class);
    private static final Message NONE = Message.verbatim("");
    private static final String OURS = "org.tickmark";
    private static final String PROPERTY_PREFIX = "tickmark.";
    private static final int MOST_REASONS = 5;

    private final BundleContext context;
    private final PluginFolder folder;
    private final Components components;
    private final Requirements requirements;
    private final StartAttempts attempts;

    InstalledPlugins(BundleContext context, PluginFolder folder, Components components) {
        this.context = context;
        this.folder = folder;
        this.components = components;
        this.requirements = new Requirements(context);
        this.attempts = new StartAttempts(context);
    }

    @Override
    public List<Plugin> list(Caller caller) {
        caller.require(Permission.PLUGIN_READ);
        return now();
    }

    /** The plugins, ordered by name, for Tickmark itself. */
    List<Plugin> now() {
        List<Plugin> plugins = fromFolder();
        for (Bundle bundle : context.getBundles()) {
            if (isOurs(bundle) && folder.fileOf(bundle).isEmpty()) {
                plugins.add(plugin(bundle, ""));
            }
        }
        plugins.sort(Comparator.comparing(Plugin::name).thenComparing(Plugin::file));
        return plugins;
    }

    /** What comes from the plugin folder, in no order, for Tickmark itself. */
    List<Plugin> fromFolder() {
        List<Plugin> plugins = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            folder.fileOf(bundle).ifPresent(file -> plugins.add(plugin(bundle, file)));
        }
        plugins.addAll(notInstalled(plugins.stream().map(Plugin::file).collect(Collectors.toSet())));
        return plugins;
    }

    private static boolean isOurs(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name != null && (name.equals(OURS) || name.startsWith(OURS + "."));
    }

    private Plugin plugin(Bundle bundle, String file) {
        Condition condition = condition(bundle);
        return new Plugin(
                name(bundle),
                bundle.getVersion().toString(),
                condition.state(),
                file,
                contributions(bundle),
                condition.reason());
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
    }

    private Condition condition(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> atWork(bundle);
            case Bundle.INSTALLED -> unresolved(bundle);
            case Bundle.RESOLVED -> notStarted(bundle);
            case Bundle.STARTING -> starting(bundle);
            default -> new Condition(State.STOPPED, NONE);
        };
    }

    private Condition atWork(Bundle bundle) {
        List<Hindrance> hindrances = components.hindrances(bundle);
        if (hindrances.isEmpty()) {
            return Condition.RUNNING;
        }
        boolean failed = hindrances.stream().anyMatch(hindrance -> hindrance.state() == State.FAILED);
        return new Condition(
                failed ? State.FAILED : State.WAITING,
                joined(hindrances.stream().map(Hindrance::reason).toList()));
    }

    private Condition unresolved(Bundle bundle) {
        List<Message> missing = requirements.missing(bundle);
        if (!missing.isEmpty()) {
            return new Condition(State.UNRESOLVED, joined(missing));
        }
        // Everything is offered, but does not fit together: only the framework can tell.
        Optional<String> words = attempts.isDue(bundle) ? attempts.failure(bundle) : Optional.empty();
        return words.map(text -> new Condition(State.UNRESOLVED, MESSAGES.message("plugin.unresolved", text)))
                .orElse(new Condition(State.STOPPED, MESSAGES.message("plugin.not-started")));
    }

    private Condition notStarted(Bundle bundle) {
        if (isFragment(bundle)) {
            return Condition.RUNNING;
        }
        Optional<String> failure = attempts.isDue(bundle) ? attempts.failure(bundle) : Optional.empty();
        return failure.map(text -> new Condition(State.FAILED, MESSAGES.message("plugin.start.failed", text)))
                .orElse(new Condition(State.STOPPED, MESSAGES.message("plugin.not-started")));
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** A lazy bundle stays in this state until its first class is loaded: it is as good as running. */
    private static Condition starting(Bundle bundle) {
        boolean lazy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
        return lazy ? Condition.RUNNING : new Condition(State.WAITING, MESSAGES.message("plugin.starting"));
    }

    private static Message joined(List<Message> reasons) {
        Message joined = reasons.get(0);
        for (Message next : reasons.subList(1, Math.min(reasons.size(), MOST_REASONS))) {
            joined = MESSAGES.message("plugin.and", joined, next);
        }
        return reasons.size() > MOST_REASONS
                ? MESSAGES.message("plugin.and-more", joined, reasons.size() - MOST_REASONS)
                : joined;
    }

    /** The values of the {@code tickmark.*} properties of the services it registered, such as {@code format:pipe}. */
    private static List<String> contributions(Bundle bundle) {
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        Set<String> contributions = new TreeSet<>();
        for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
            for (String key : reference.getPropertyKeys()) {
                if (key.startsWith(PROPERTY_PREFIX) && !key.equals(Transactions.SCHEMA)) {
                    String kind = key.substring(PROPERTY_PREFIX.length());
                    texts(reference.getProperty(key)).forEach(value -> contributions.add(kind + ":" + value));
                }
            }
        }
        return List.copyOf(contributions);
    }

    private static List<String> texts(Object property) {
        if (property instanceof Object[] values) {
            return Arrays.stream(values).map(String::valueOf).toList();
        }
        if (property instanceof Iterable<?> values) {
            List<String> texts = new ArrayList<>();
            values.forEach(value -> texts.add(String.valueOf(value)));
            return texts;
        }
        return List.of(String.valueOf(property));
    }

    private List<Plugin> notInstalled(Set<String> installed) {
        return folder.files().stream()
                .filter(file -> !installed.contains(file.getFileName().toString()))
                .map(this::notInstalled)
                .toList();
    }

    private Plugin notInstalled(Path path) {
        String fileName = path.getFileName().toString();
        PluginFile file = PluginFile.read(path);
        if (file.rejected().isPresent()) {
            return new Plugin(
                    fileName,
                    "",
                    State.REJECTED,
                    fileName,
                    List.of(),
                    file.rejected().get());
        }
        Condition condition = sameInstalled(file)
                .map(bundle -> new Condition(
                        State.REJECTED,
                        MESSAGES.message(
                                "plugin.file.taken",
                                name(bundle),
                                file.version().toString(),
                                source(bundle))))
                .orElse(new Condition(State.STOPPED, MESSAGES.message("plugin.file.pending")));
        return new Plugin(
                file.symbolicName(),
                file.version().toString(),
                condition.state(),
                fileName,
                List.of(),
                condition.reason());
    }

    private Optional<Bundle> sameInstalled(PluginFile file) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> file.symbolicName().equals(bundle.getSymbolicName()))
                .filter(bundle -> file.version().equals(bundle.getVersion()))
                .findFirst();
    }

    private String source(Bundle bundle) {
        return folder.fileOf(bundle).orElse(bundle.getLocation());
    }

    /** How a bundle is, and why. */
    private record Condition(State state, Message reason) {
        private static final Condition RUNNING = new Condition(State.RUNNING, NONE);
    }
}

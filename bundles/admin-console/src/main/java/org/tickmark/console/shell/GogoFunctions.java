package org.tickmark.console.shell;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.tickmark.console.engine.CommandRegistry.Name;
import org.tickmark.console.engine.CommandRunner;

/**
 * Keeps a Gogo function for each scope, {@code tickmark:<scope>}, which takes the verb as its first word, and for each command,
 * {@code <scope>:<verb>}. Safe for use from many threads.
 */
public final class GogoFunctions implements AutoCloseable {
    private static final String SCOPE = "tickmark";

    private final BundleContext context;
    private final CommandRunner runner;
    private final List<ServiceRegistration<Function>> textFunctions;
    private final Map<List<String>, ServiceRegistration<Function>> registrations = new HashMap<>();
    private boolean closed;

    public GogoFunctions(BundleContext context, CommandRunner runner) {
        this.context = context;
        this.runner = runner;
        this.textFunctions = TextFunctions.byName().entrySet().stream()
                .map(function -> register(List.of(function.getKey()), function.getValue()))
                .toList();
        keep(List.of());
    }

    /** Registers functions for these commands, and takes back those of commands that are not among them. */
    public synchronized void keep(Collection<Name> commands) {
        Set<List<String>> wanted = new HashSet<>();
        wanted.add(List.of("help"));
        for (Name command : commands) {
            wanted.add(List.of(command.scope()));
            if (!command.verb().isEmpty()) {
                wanted.add(List.of(command.scope(), command.verb()));
            }
        }
        if (!closed) {
            registrations.keySet().stream()
                    .filter(words -> !wanted.contains(words))
                    .toList()
                    .forEach(words -> registrations.remove(words).unregister());
            wanted.forEach(words ->
                    registrations.computeIfAbsent(words, absent -> register(absent, new GogoFunction(runner, absent))));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        registrations.values().forEach(ServiceRegistration::unregister);
        registrations.clear();
        textFunctions.forEach(ServiceRegistration::unregister);
    }

    private ServiceRegistration<Function> register(List<String> words, Function function) {
        Map<String, Object> properties = Map.of(
                CommandProcessor.COMMAND_SCOPE,
                words.size() == 1 ? SCOPE : words.get(0),
                CommandProcessor.COMMAND_FUNCTION,
                words.get(words.size() - 1));
        return context.registerService(Function.class, function, FrameworkUtil.asDictionary(properties));
    }
}

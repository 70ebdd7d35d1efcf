package org.tickmark.console.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<List<String>, Shared> registrations = new HashMap<>();
    private boolean closed;

    public GogoFunctions(BundleContext context, CommandRunner runner) {
        this.context = context;
        this.runner = runner;
        this.textFunctions = TextFunctions.byName().entrySet().stream()
                .map(function -> register(List.of(function.getKey()), function.getValue()))
                .toList();
        add(List.of("help"));
    }

    /** Registers the functions of a command, unless another one of its name or scope has them. */
    public synchronized void add(Name command) {
        if (!closed) {
            functions(command).forEach(this::add);
        }
    }

    /** Takes back the functions of a command that was added, unless another one of its name or scope needs them. */
    public synchronized void remove(Name command) {
        if (!closed) {
            functions(command)
                    .forEach(words -> registrations.computeIfPresent(words, (same, there) -> there.without()));
        }
    }

    private static List<List<String>> functions(Name command) {
        List<String> scope = List.of(command.scope());
        return command.verb().isEmpty() ? List.of(scope) : List.of(scope, List.of(command.scope(), command.verb()));
    }

    private void add(List<String> words) {
        Shared there = registrations.get(words);
        registrations.put(
                words,
                there == null ? new Shared(register(words, new GogoFunction(runner, words)), 1) : there.withAnother());
    }

    /** A function, and how many commands need it. */
    private record Shared(ServiceRegistration<Function> registration, int commands) {
        Shared withAnother() {
            return new Shared(registration, commands + 1);
        }

        /** The same with one command less; null once it is taken back. */
        Shared without() {
            if (commands == 1) {
                registration.unregister();
                return null;
            }
            return new Shared(registration, commands - 1);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        registrations.values().forEach(shared -> shared.registration().unregister());
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

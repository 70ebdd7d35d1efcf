package org.tickmark.console.commands;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.tickmark.api.command.WorkbenchCommand;

/** Commands registered together and taken back together. */
final class CommandRegistrations implements AutoCloseable {
    private final List<ServiceRegistration<WorkbenchCommand>> registrations;

    CommandRegistrations(BundleContext context, List<? extends WorkbenchCommand> commands) {
        registrations = commands.stream()
                .map(command -> context.registerService(WorkbenchCommand.class, command, null))
                .toList();
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}

package org.tickmark.console.demo;

import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tickmark.api.command.CommandCall;
import org.tickmark.api.command.CommandResult;
import org.tickmark.api.command.CommandSpec;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.batch.Batch;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.imports.Imports;
import org.tickmark.api.host.reconciliation.Reconciliation;

/** Registers {@code demo}. */
@Component
public final class DemoComponent implements WorkbenchCommand {
    /** Framework property: the folder of the distribution. */
    private static final String HOME = "tickmark.home";
    /** Framework property: the data directory. */
    private static final String DATA = "tickmark.data.dir";

    private final WorkbenchCommand command;

    @Activate
    public DemoComponent(
            BundleContext context,
            @Reference Books books,
            @Reference Imports imports,
            @Reference Reconciliation reconciliation,
            @Reference Batch batch,
            @Reference Clock clock) {
        Path home = Path.of(context.getProperty(HOME));
        DemoFiles files = new DemoFiles(home, Path.of(context.getProperty(DATA)), clock);
        Path program = home.resolve("bin").resolve("tickmark");
        this.command = new DemoCommand(files, program, books, imports, reconciliation, batch);
    }

    @Override
    public CommandSpec spec() {
        return command.spec();
    }

    @Override
    public CommandResult run(CommandCall call) {
        return command.run(call);
    }
}

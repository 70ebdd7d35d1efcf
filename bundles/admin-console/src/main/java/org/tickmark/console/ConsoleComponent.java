package org.tickmark.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.command.Commands;
import org.tickmark.api.record.RecordSource;
import org.tickmark.console.commands.Product;
import org.tickmark.console.engine.CommandDesk;
import org.tickmark.console.engine.CommandRegistry;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.console.engine.Providers;
import org.tickmark.console.engine.RecordKeys;
import org.tickmark.console.session.SocketServer;
import org.tickmark.console.session.SocketServer.Limits;
import org.tickmark.console.shell.GogoFunctions;

/**
 * Gathers commands and records as they come and go, and serves the commands on the socket of the data directory. It stands on no
 * service of Tickmark itself, so whichever of them is replaced, the conversation with the client goes on.
 */
@Component(
        name = "org.tickmark.console",
        service = {})
public final class ConsoleComponent {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleComponent.class);

    /** Framework property: the data directory. */
    private static final String DATA = "tickmark.data.dir";

    /** Framework property: how many seconds running work may take to finish when everything stops. */
    private static final String FINISHING = "tickmark.finishing.seconds";

    /** The bundles that commands stand on. */
    private static final Map<String, String> BUNDLES = Map.ofEntries(
            Map.entry("unit", "org.tickmark.books"),
            Map.entry("account", "org.tickmark.books"),
            Map.entry("import", "org.tickmark.importers"),
            Map.entry("rec", "org.tickmark.reconciliation"),
            Map.entry("report", "org.tickmark.reconciliation"),
            Map.entry("batch", "org.tickmark.batch"),
            Map.entry("demo", "org.tickmark.batch"),
            Map.entry("plugin", "org.tickmark.platform"),
            Map.entry("config show", "org.tickmark.platform"),
            Map.entry("config secret", "org.tickmark.platform"),
            Map.entry("config apply", "org.tickmark.reconciliation"),
            Map.entry("config export", "org.tickmark.reconciliation"),
            Map.entry("sys status", "org.tickmark.platform"),
            Map.entry("backup", "org.tickmark.platform"),
            Map.entry("restore", "org.tickmark.platform"),
            Map.entry("service", "org.tickmark.importers"),
            Map.entry("paths", "org.tickmark.importers"),
            Map.entry("sys migrations", "org.tickmark.platform"),
            Map.entry("task", "org.tickmark.scheduler"),
            Map.entry("run", "org.tickmark.scheduler"),
            Map.entry("sys nodes", "org.tickmark.scheduler"),
            Map.entry("audit", "org.tickmark.access"));

    /** Replacing a bundle takes a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandRegistry registry = new CommandRegistry();
    private final RecordKeys keys = new RecordKeys();
    private final GogoFunctions functions;
    private final SocketServer server;
    private final ServiceRegistration<Commands> desk;

    @Activate
    public ConsoleComponent(BundleContext context, @Reference CommandProcessor gogo) throws IOException {
        // The console tells elapsed time and shows instants where the server is; it decides nothing by the clock.
        Clock clock = Clock.system(ZoneId.systemDefault());
        CommandRunner runner = new CommandRunner(registry, keys, new Providers(BUNDLES, PATIENCE), clock);
        functions = new GogoFunctions(context, runner);
        server = SocketServer.listen(
                Path.of(context.getProperty(DATA)), runner, gogo, Product.of(context), limits(context));
        desk = context.registerService(Commands.class, new CommandDesk(registry, runner), null);
    }

    private static Limits limits(BundleContext context) {
        String seconds = context.getProperty(FINISHING);
        return seconds == null ? Limits.USUAL : Limits.USUAL.finishing(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    @Deactivate
    public void close() {
        desk.unregister();
        server.close();
        functions.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCommand(WorkbenchCommand command, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
        try {
            functions.add(registry.add(command, ranking, (Long) properties.get(Constants.SERVICE_ID)));
        } catch (RuntimeException e) {
            LOG.error("A command of {} cannot be used", properties.get(Constants.SERVICE_BUNDLEID), e);
        }
    }

    void unbindCommand(WorkbenchCommand command) {
        registry.remove(command).ifPresent(functions::remove);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindRecords(RecordSource source, Map<String, Object> properties) {
        keys.add(String.valueOf(properties.get(RecordSource.NAME)), source);
    }

    void unbindRecords(RecordSource source, Map<String, Object> properties) {
        keys.remove(String.valueOf(properties.get(RecordSource.NAME)), source);
    }
}

package org.tickmark.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.command.Commands;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.setting.Settings;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.web.http.Door;
import org.tickmark.web.http.DoorPlan;
import org.tickmark.web.sign.Hosts;
import org.tickmark.web.sign.KeptSessions;
import org.tickmark.web.sign.Sessions;
import org.tickmark.web.sign.SetUpCode;
import org.tickmark.web.work.CommandSource;
import org.tickmark.web.work.SessionCommands;
import org.tickmark.web.work.Views;
import org.tickmark.web.work.Workbench;

/**
 * In a server, opens the port and answers with the workbench; gathers views as they come and go. A port that cannot be had is told in the log, and costs
 * nothing but the workbench.
 */
@Component(
        name = "org.tickmark.web",
        immediate = true,
        service = {})
public final class WebComponent {
    private static final Logger LOG = LoggerFactory.getLogger(WebComponent.class);

    /** Framework property: {@code command} where the process ends with its command. */
    private static final String PURPOSE = "tickmark.purpose";

    /** Framework property: the data directory. */
    private static final String DATA = "tickmark.data.dir";

    private final BundleContext context;
    private final Users users;
    private final Tokens tokens;
    private final Settings settings;
    private final Clock clock;
    private final Sessions sessions;
    private final CommandSource commands = new CommandSource();
    private final Views views = new Views();
    private final AtomicReference<Feeds> feeds = new AtomicReference<>();
    private final AtomicReference<Reconciliation> reports = new AtomicReference<>();
    private final AtomicReference<Runs> runs = new AtomicReference<>();
    private Optional<Opened> opened = Optional.empty();

    /** The port and what is behind it. */
    private record Opened(
            Door door,
            Workbench workbench,
            Path address,
            KeptSessions kept,
            List<ServiceRegistration<WorkbenchCommand>> commands) {}

    @Activate
    public WebComponent(
            BundleContext context,
            @Reference Users users,
            @Reference Tokens tokens,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.context = context;
        this.users = users;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
        this.sessions = new Sessions(clock);
    }

    @Activate
    void start() {
        if ("command".equals(context.getProperty(PURPOSE)) || !settings.get(WebSettings.ENABLED)) {
            return;
        }
        DoorPlan plan = plan();
        if (!plan.local() && !plan.secure()) {
            LOG.error(
                    "The web workbench is not opened: http.host is {}, which others reach, and what goes there could"
                            + " be read on the way. Set http.keys to a PKCS #12 file of certificate and key, or"
                            + " http.behindProxy to true if a proxy speaks TLS in front of it",
                    plan.host());
            return;
        }
        try {
            open(plan);
        } catch (IOException e) {
            LOG.error(
                    "The web workbench is not opened: {} cannot be had ({}). If another program has the port, stop it,"
                            + " or set http.port (TICKMARK_HTTP_PORT) to another one; everything else goes on",
                    plan,
                    e.toString());
        }
    }

    private DoorPlan plan() {
        return new DoorPlan(
                settings.get(WebSettings.HOST),
                settings.get(WebSettings.PORT).intValue(),
                Optional.of(settings.get(WebSettings.KEYS))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of),
                settings.get(WebSettings.KEYS_PASSWORD),
                settings.get(WebSettings.BEHIND_PROXY),
                settings.get(WebSettings.PATIENCE));
    }

    private void open(DoorPlan plan) throws IOException {
        Path data = Path.of(context.getProperty(DATA));
        SetUpCode code = new SetUpCode(data.resolve("secrets").resolve("setup-code"), clock);
        List<String> names = new ArrayList<>(List.of(plan.host()));
        Arrays.stream(settings.get(WebSettings.NAMES).split("[,\\s]+", -1))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        KeptSessions kept = new KeptSessions(data.resolve("secrets").resolve("sessions"));
        kept.giveBack(sessions);
        Later behind = new Later();
        Door door = Door.open(plan, behind);
        Workbench workbench = Workbench.of(
                new Workbench.Place(new Hosts(names), plan.secure(), door.port()),
                new Workbench.Services(
                        users,
                        tokens,
                        sessions,
                        code,
                        commands,
                        views,
                        () -> Optional.ofNullable(feeds.get()),
                        () -> Optional.ofNullable(reports.get()),
                        () -> Optional.ofNullable(runs.get())),
                clock,
                ZoneId.systemDefault());
        behind.set(workbench.dispatcher());
        String address = (plan.keys().isPresent() ? "https" : "http") + "://" + plan.host() + ":" + door.port() + "/";
        Path file = data.resolve("web.address");
        Files.writeString(file, address + "\n");
        List<ServiceRegistration<WorkbenchCommand>> ofSessions = SessionCommands.of(sessions).stream()
                .map(command -> context.registerService(WorkbenchCommand.class, command, null))
                .toList();
        opened = Optional.of(new Opened(door, workbench, file, kept, ofSessions));
        LOG.info("The web workbench is at {}", address);
        if (!workbench.isSetUp()) {
            code.provide();
            LOG.warn(
                    "Nobody can administer Tickmark yet: open {}setup and type the code that is in {}",
                    address,
                    code.file());
        }
    }

    /** Closes the port; what is being answered ends first. */
    @Deactivate
    void stop() {
        opened.ifPresent(there -> {
            there.commands().forEach(ServiceRegistration::unregister);
            there.door().close();
            there.workbench().close();
            there.kept().keep(sessions);
            try {
                Files.deleteIfExists(there.address());
            } catch (IOException e) {
                LOG.warn("Cannot delete {}", there.address(), e);
            }
        });
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCommands(Commands given) {
        commands.set(given);
    }

    void unbindCommands(Commands gone) {
        commands.unset(gone);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindFeeds(Feeds given) {
        feeds.set(given);
    }

    void unbindFeeds(Feeds gone) {
        feeds.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindReports(Reconciliation given) {
        reports.set(given);
    }

    void unbindReports(Reconciliation gone) {
        reports.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRuns(Runs given) {
        runs.set(given);
    }

    void unbindRuns(Runs gone) {
        runs.compareAndSet(gone, null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(WorkbenchView view, Map<String, Object> properties) {
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
        try {
            views.add(view, ranking, (Long) properties.get(Constants.SERVICE_ID));
        } catch (RuntimeException e) {
            LOG.error("A view of {} cannot be used", properties.get(Constants.SERVICE_BUNDLEID), e);
        }
    }

    void unbindView(WorkbenchView view) {
        views.remove(view);
    }
}

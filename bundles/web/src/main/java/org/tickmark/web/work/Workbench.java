package org.tickmark.web.work;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.web.page.Assets;
import org.tickmark.web.page.Shell;
import org.tickmark.web.sign.Hosts;
import org.tickmark.web.sign.Sessions;
import org.tickmark.web.sign.SetUpCode;

/** All that is behind the port, put together. */
public final class Workbench implements AutoCloseable {
    private static final Duration VIEW_PATIENCE = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final Panes panes;
    private final Guard guard;
    private final Dispatcher dispatcher;

    private Workbench(Jobs jobs, Panes panes, Guard guard, Dispatcher dispatcher) {
        this.jobs = jobs;
        this.panes = panes;
        this.guard = guard;
        this.dispatcher = dispatcher;
    }

    /**
     * How the workbench is reached.
     *
     * @param hosts the names it is asked under
     * @param secure whether nobody on the way can read along
     * @param port told in the name of the cookie where it is not secure
     */
    public record Place(Hosts hosts, boolean secure, int port) {}

    /**
     * What stands behind.
     *
     * @param feeds empty while their bundle is away
     * @param reports who makes reports; empty while their bundle is away
     */
    public record Services(
            Users users,
            Tokens tokens,
            Sessions sessions,
            SetUpCode code,
            CommandSource commands,
            Views views,
            Supplier<Optional<Feeds>> feeds,
            Supplier<Optional<Reconciliation>> reports,
            Supplier<Optional<Runs>> runs) {}

    /** Puts it together. */
    public static Workbench of(Place place, Services services, Clock clock, ZoneId zone) {
        return of(place, services, clock, zone, VIEW_PATIENCE);
    }

    static Workbench of(Place place, Services services, Clock clock, ZoneId zone, Duration viewPatience) {
        Assets assets = new Assets();
        Shell shell = new Shell(assets);
        CommandSource commands = services.commands();
        Guard guard = new Guard(services.users(), services.tokens(), services.sessions(), place.secure(), place.port());
        Jobs jobs = new Jobs(commands, clock);
        Panes panes = new Panes(viewPatience);
        Frame frame = new Frame(shell, services.views(), jobs, commands);
        List<Route> routes = new ArrayList<>(new Probes(commands, guard).routes());
        routes.addAll(new SignPages(shell, services.users(), services.sessions(), guard, services.code()).routes());
        routes.addAll(new AccountPages(frame, services.users(), services.tokens(), services.sessions(), guard, zone)
                .routes());
        routes.addAll(new ViewPages(frame, services.views(), panes, commands, zone).routes());
        routes.addAll(new CommandPages(frame, jobs, commands, services.views(), new Foreseen(commands, zone)).routes());
        routes.addAll(new JobPages(frame, jobs, commands, zone).routes());
        routes.addAll(new Rest(commands).routes());
        routes.addAll(new FeedFiles(services.feeds()).routes());
        routes.addAll(new ReportFiles(services.reports()).routes());
        routes.addAll(new LogFiles(services.runs()).routes());
        Dispatcher dispatcher = new Dispatcher(place.hosts(), guard, services.sessions(), frame, assets, routes);
        return new Workbench(jobs, panes, guard, dispatcher);
    }

    /** What answers requests. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Whether somebody can sign in who may do everything; until then it waits to be set up. */
    public boolean isSetUp() {
        return guard.isAdministered();
    }

    /** Takes no more work. */
    @Override
    public void close() {
        jobs.close();
        panes.close();
    }
}

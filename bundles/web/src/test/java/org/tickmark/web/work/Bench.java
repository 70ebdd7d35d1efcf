package org.tickmark.web.work;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.tickmark.access.TokensComponent;
import org.tickmark.access.UsersComponent;
import org.tickmark.api.Caller;
import org.tickmark.api.command.WorkbenchCommand;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.Role;
import org.tickmark.api.host.access.Tokens;
import org.tickmark.api.host.access.User;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.calendar.Feeds;
import org.tickmark.api.host.reconciliation.Reconciliation;
import org.tickmark.api.host.tasks.Runs;
import org.tickmark.api.workbench.WorkbenchView;
import org.tickmark.console.engine.CommandDesk;
import org.tickmark.console.engine.CommandRegistry;
import org.tickmark.console.engine.CommandRunner;
import org.tickmark.console.engine.Providers;
import org.tickmark.console.engine.RecordKeys;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.Partly;
import org.tickmark.web.sign.Hosts;
import org.tickmark.web.sign.Sessions;
import org.tickmark.web.sign.SetUpCode;

/** A workbench with users on a database of its own, and with commands of the test. */
final class Bench implements AutoCloseable {
    static final Caller SHELL = Caller.os("ada", Locale.ENGLISH);
    static final String PASSWORD = "blåbær og fløte 42";
    static final int PORT = 8787;

    final ManualClock clock = ManualClock.at("2026-03-02T08:00:00Z");
    final Sessions sessions = new Sessions(clock);
    final Views views = new Views();
    final AtomicReference<Feeds> feeds = new AtomicReference<>();
    final AtomicReference<Reconciliation> reports = new AtomicReference<>();
    final AtomicReference<Runs> runs = new AtomicReference<>();
    final SetUpCode code;
    final Users users;
    final Tokens tokens;
    final Workbench workbench;
    private final DatabaseFixture database = DatabaseFixture.h2();
    private final List<String> acts = new CopyOnWriteArrayList<>();
    private final CommandSource source = new CommandSource();
    private final CommandRegistry registry = new CommandRegistry();
    private long services;

    /** Without any user, and with patience for a machine that has other work. */
    Bench(Path folder) {
        this(folder, Duration.ofMinutes(1));
    }

    /**
     * Without any user.
     *
     * @param viewPatience how long a view may take
     */
    Bench(Path folder, Duration viewPatience) {
        Transactions transactions = database.migrate("org.tickmark.access", UsersComponent.class);
        Audit audit = new HeardAudit(acts);
        users = new UsersComponent(transactions, audit, clock);
        tokens = new TokensComponent(transactions, audit, clock);
        code = new SetUpCode(folder.resolve("secrets/setup-code"), clock);
        CommandRunner runner =
                new CommandRunner(registry, new RecordKeys(), new Providers(Map.of(), Duration.ZERO), clock);
        CommandDesk desk = new CommandDesk(registry, runner);
        source.set(desk);
        SessionCommands.of(sessions).forEach(this::add);
        feeds.set(Partly.answering(Feeds.class, "read", Optional::empty));
        workbench = Workbench.of(
                new Workbench.Place(new Hosts(List.of()), false, PORT),
                new Workbench.Services(
                        users,
                        tokens,
                        sessions,
                        code,
                        source,
                        views,
                        () -> Optional.ofNullable(feeds.get()),
                        () -> Optional.ofNullable(reports.get()),
                        () -> Optional.ofNullable(runs.get())),
                clock,
                ZoneOffset.UTC,
                viewPatience);
    }

    Bench add(WorkbenchCommand command) {
        registry.add(command, 0, services++);
        return this;
    }

    Bench add(WorkbenchView view) {
        views.add(view, 0, services++);
        return this;
    }

    /** Adds a user called as their role. */
    Bench user(Role role) {
        return user(role.title(), role);
    }

    /** With a password only who administers: to set one takes its time. */
    Bench user(String name, Role... roles) {
        users.save(SHELL, new User(name, "", "", Set.of(roles), new TreeSet<>(), Optional.empty()));
        if (Set.of(roles).contains(Role.ADMIN)) {
            users.changePassword(SHELL, name, PASSWORD.toCharArray());
        }
        return this;
    }

    /** A browser that has been nowhere. */
    Browser browser() {
        return new Browser(workbench.dispatcher());
    }

    /** A browser at which somebody is signed in, without going through the form. */
    Browser signedIn(String name) {
        Sessions.Opened opened = sessions.open(users.user(SHELL, name).orElseThrow(), "192.0.2.7", "test");
        return browser()
                .cookie("tm-" + PORT, opened.secret())
                .formKey(opened.session().formKey());
    }

    /** All that was done, in order: every change of users and tokens is audited. */
    List<String> acts() {
        return List.copyOf(acts);
    }

    /** Keeps what it hears. */
    private record HeardAudit(List<String> acts) implements Audit {
        @Override
        public void append(Tx tx, Caller caller, Act act) {
            acts.add(caller.identity() + " " + act.action() + " " + act.subject());
        }

        @Override
        public List<String> verify(Caller caller) {
            return List.of();
        }

        @Override
        public Optional<Head> head(String stream) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        workbench.close();
        database.close();
    }
}

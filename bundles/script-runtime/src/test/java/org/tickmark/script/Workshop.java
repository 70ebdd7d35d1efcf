package org.tickmark.script;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.access.UserStatus;
import org.tickmark.api.host.access.Users;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.tasks.Tasks;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.kit.access.Owners;
import org.tickmark.script.crmscript.CrmScript;
import org.tickmark.script.debug.DebugSessions;
import org.tickmark.script.macro.Actions;
import org.tickmark.script.macro.MacroLanguage;
import org.tickmark.script.run.Grants;
import org.tickmark.script.run.Http;
import org.tickmark.script.run.Pause;
import org.tickmark.script.run.Runner;
import org.tickmark.script.run.Services;
import org.tickmark.script.store.Languages;
import org.tickmark.script.trace.StoredTraces;
import org.tickmark.script.trigger.StoredTriggers;
import org.tickmark.script.trigger.TriggerHandler;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;

/** Scripts on a database, put together as in production, with a clock and neighbours of a test's own. */
final class Workshop {
    static final Caller ADMIN = Caller.os("test", Locale.ENGLISH);

    final ManualSettings settings = new ManualSettings();
    final RecordingAudit audit = new RecordingAudit();
    final Map<String, UserStatus> users = new HashMap<>();
    final Map<String, RecordSource> records = new HashMap<>();
    final List<Letter> letters = new ArrayList<>();
    final List<String> started = new ArrayList<>();
    final Printed output = new Printed();
    Runnable onStart = () -> {};
    final Actions actions = new Actions();
    final StoredTriggers triggers;
    volatile TriggerHandler handler;
    final Runner runner;
    final StoredScripts scripts;
    final ScriptExecutor executor;
    final DebugSessions debugging;
    final StoredTraces traces;

    Workshop(Transactions transactions, ManualClock clock) {
        Languages languages = new Languages();
        languages.add("crmscript", new CrmScript());
        languages.add(MacroLanguage.NAME, new MacroLanguage(actions));
        Services services = new Services(
                () -> Optional.of(Partly.implemented(Books.class, new Shelf())),
                () -> Optional.of(Partly.implemented(Outbox.class, new Tray())),
                () -> Optional.of(Partly.implemented(Tasks.class, new Plan())),
                Optional::empty,
                Optional::empty,
                transactions);
        Grants grants = new Grants(services, actions, new Http(() -> settings.get(ScriptSettings.HTTP_ALLOWED)));
        Owners owners = new Owners(() -> Optional.of(Partly.implemented(Users.class, new People())));
        this.traces = new StoredTraces(new StoredTraces.Means(
                transactions,
                audit,
                TraceTargets::owner,
                () -> Optional.of(Partly.implemented(Outbox.class, new Tray())),
                clock,
                () -> {}));
        Pause pause = span -> {
            clock.advance(span);
            return !Thread.currentThread().isInterrupted();
        };
        this.runner = new Runner(new Runner.Means(
                transactions, audit, languages, grants, () -> records, owners, clock, pause, traces::recorder));
        this.debugging = new DebugSessions(new DebugSessions.Means(
                runner, transactions, audit, () -> Duration.ofMinutes(15), clock, Runnable::run, span -> true));
        Retention retention = new Retention(transactions, settings, clock);
        this.scripts = new StoredScripts(transactions, audit, runner, retention, settings, clock);
        this.executor = new ScriptExecutor(ScriptExecutor.Kind.SCRIPT, runner, retention);
        this.triggers = new StoredTriggers(
                transactions, audit, runner, owners, clock, handler -> this.handler = handler, () -> {});
        triggers.reload();
    }

    /** Stores a script of these lines, and lets it use these objects. */
    int save(String name, List<String> grants, String... lines) {
        return scripts.save(ADMIN, definition(name, grants, ScriptLimits.USUAL, lines), false)
                .version();
    }

    int save(String name, String... lines) {
        return save(name, List.of(), lines);
    }

    static ScriptDefinition definition(String name, List<String> grants, ScriptLimits limits, String... lines) {
        return new ScriptDefinition(
                name, "", "crmscript", "", List.of(), grants, "", limits, String.join("\n", lines) + "\n");
    }

    static ScriptDefinition owned(String owner, ScriptDefinition of) {
        return new ScriptDefinition(
                of.name(),
                of.folder(),
                of.language(),
                of.description(),
                of.parameters(),
                of.grants(),
                owner,
                of.limits(),
                of.text());
    }

    ScriptResult run(Caller caller, String name, CancelToken cancel) {
        return scripts.run(caller, ScriptRequest.of(name, Map.of(), "command"), output, cancel);
    }

    ScriptResult run(String name) {
        return run(ADMIN, name, CancelToken.NEVER);
    }

    /** What a script has printed and logged. */
    static final class Printed implements ScriptOutput {
        final StringBuilder text = new StringBuilder();
        final List<String> logged = new ArrayList<>();

        @Override
        public void print(String piece) {
            text.append(piece);
        }

        @Override
        public void log(Severity severity, String line) {
            logged.add(line);
        }
    }

    private static final class Shelf {
        @SuppressWarnings("unused") // called by reflection
        List<Unit> units(Caller caller) {
            return List.of(new Unit("100", "Nordlys AS", "", "NOK"), new Unit("200", "Sydvest AB", "", "SEK"));
        }
    }

    private final class Tray {
        @SuppressWarnings("unused") // called by reflection
        boolean isOn() {
            return true;
        }

        @SuppressWarnings("unused") // called by reflection
        List<String> addresses(String setting, String addresses) {
            return Arrays.asList(addresses.split(",", -1));
        }

        @SuppressWarnings("unused") // called by reflection
        List<Long> enqueue(Tx tx, Caller caller, Letter letter) throws SQLException {
            boolean known = letter.once().isPresent()
                    && letters.stream().anyMatch(sent -> sent.once().equals(letter.once()));
            if (known) {
                return List.of();
            }
            letters.add(letter);
            return List.of((long) letters.size());
        }
    }

    private final class Plan {
        @SuppressWarnings("unused") // called by reflection
        long start(Caller caller, String name, Map<String, String> parameters, String request) {
            caller.require(Permission.TASK_RUN);
            started.add(name + parameters);
            onStart.run();
            return started.size();
        }
    }

    private final class People {
        @SuppressWarnings("unused") // called by reflection
        Optional<UserStatus> user(Caller caller, String name) {
            return Optional.ofNullable(users.get(name));
        }
    }

    /** Time that is long for a test, and short for people. */
    static ScriptLimits limits(long steps, Duration time, long memory, long output, int depth) {
        return new ScriptLimits(steps, time, memory, output, depth);
    }
}

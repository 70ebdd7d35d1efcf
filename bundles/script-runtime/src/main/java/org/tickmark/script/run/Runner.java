package org.tickmark.script.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Severity;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.script.ScriptDefinition;
import org.tickmark.api.host.script.ScriptParameter;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.record.RecordSource;
import org.tickmark.api.script.Compilation;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptLanguage;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.kit.access.Owners;
import org.tickmark.script.store.Languages;
import org.tickmark.script.store.Library;
import org.tickmark.script.store.RunTable;
import org.tickmark.script.store.ScriptRules;
import org.tickmark.script.store.ScriptTable;

/**
 * Runs stored scripts, each on the thread that asks for it. Between two steps a run is data; nothing is held but what the run itself holds. Safe for use
 * from many threads.
 */
public final class Runner {
    /** How many scripts may start one another, the first included. */
    private static final int DEEPEST = 10;

    private static final ScriptUsage NOTHING_USED = new ScriptUsage(0, Duration.ZERO, 0, 0);

    private final Means means;

    /** A runner with these means. */
    public Runner(Means means) {
        this.means = means;
    }

    /**
     * What running takes.
     *
     * @param records what scripts may search, by name
     * @param owners who stands behind an identity
     * @param pause how a thread waits for a script that waits
     * @param recorders who records a run
     */
    public record Means(
            Transactions transactions,
            Audit audit,
            Languages languages,
            Grants grants,
            Supplier<Map<String, RecordSource>> records,
            Owners owners,
            Clock clock,
            Pause pause,
            Function<Order, Recorder> recorders) {}

    /** The objects that scripts can be granted. */
    public Grants grants() {
        return means.grants();
    }

    /** The languages that there are. */
    public Languages languages() {
        return means.languages();
    }

    /**
     * Runs a script until it ends.
     *
     * @throws TickmarkException if it cannot begin
     */
    public ScriptResult run(Order order) {
        Recorder recorder = means.recorders().apply(order);
        OpenRun run = open(order, recorder, Duration.ZERO);
        recorder.started(run.run());
        while (run.carryOn().kind() != ScriptState.Kind.ENDED) {
            // Nobody wants it to pause.
        }
        ScriptResult result = run.result();
        recorder.ended(result);
        return result;
    }

    /**
     * Begins a run that whoever opens it carries on.
     *
     * @param watch who watches it
     * @param pauses how long it may stand still, beside the time that it may take
     * @throws TickmarkException if it cannot begin
     */
    public OpenRun open(Order order, Watch watch, Duration pauses) {
        order.caller().require(Permission.SCRIPT_RUN);
        if (order.depth() >= DEEPEST) {
            throw Texts.problem("script.depth", "depth", DEEPEST)
                    .where("script " + order.request().name())
                    .exception();
        }
        ScriptVersion script = script(order.request());
        ScriptDefinition definition = script.definition();
        Map<String, String> values = ScriptRules.values(definition, given(order, definition));
        Caller actor = definition.owner().isEmpty()
                ? order.caller()
                : means.owners().caller(definition.owner(), Origin.SCRIPT);
        ScriptLanguage language = means.languages().named(definition.language());
        Instant now = means.clock().instant();
        long run = means.transactions()
                .inTransaction(tx -> RunTable.begin(
                        tx.connection(),
                        definition.name(),
                        script.number(),
                        order.request().cause(),
                        actor.identity(),
                        now));
        Instant until = until(order, definition.limits(), now.plus(pauses));
        Session session = new Session(this, order, script, actor, run, until, means.clock());
        return begun(session, script, language, values, watch);
    }

    /** The parameters asked for; a script that an event starts finds those that the event has by their names. */
    private static Map<String, String> given(Order order, ScriptDefinition definition) {
        Map<String, String> given = new TreeMap<>(order.request().parameters());
        order.event().ifPresent(event -> definition.parameters().stream()
                .map(ScriptParameter::name)
                .filter(event.inputs()::containsKey)
                .forEach(name -> given.putIfAbsent(name, event.inputs().get(name))));
        return given;
    }

    /** The newest version of a script, or the one that is asked for. */
    public ScriptVersion script(ScriptRequest request) {
        return means.transactions()
                .reading(tx -> request.version().isPresent()
                        ? ScriptTable.version(
                                tx.connection(),
                                request.name(),
                                request.version().get())
                        : ScriptTable.newest(tx.connection(), request.name()))
                .orElseThrow(() -> unknown(request.name(), request.version()));
    }

    /** There is no such script, or no such version of it. */
    public static TickmarkException unknown(String name, Optional<Integer> version) {
        return version.map(number -> Texts.problem("script.unknown", "unknown.version", name, number))
                .orElseGet(() -> Texts.problem("script.unknown", "unknown", name))
                .advice(Texts.message("unknown.advice"))
                .exception();
    }

    /** A run may wait as long as it may work, and must be over when whoever started it must be. */
    private static Instant until(Order order, ScriptLimits limits, Instant now) {
        Instant own = now.plus(limits.time().multipliedBy(2)).plus(Pause.LOOK);
        return order.until().filter(given -> given.isBefore(own)).orElse(own);
    }

    private OpenRun begun(
            Session session, ScriptVersion script, ScriptLanguage language, Map<String, String> values, Watch watch) {
        try {
            ScriptProgram program = program(session, script.definition(), language);
            ScriptCall.Builder call = session.call()
                    .parameters(values)
                    .records(means.records().get())
                    .limits(limits(session, script.definition().limits()));
            watch.over(script, program).ifPresent(call::observer);
            return new OpenRun(session, program, program.start(call.build()), means);
        } catch (TickmarkException e) {
            OpenRun.ended(
                    means, session.run(), ScriptEnd.Outcome.FAILED, e.problem().text(Locale.ENGLISH), NOTHING_USED);
            throw e;
        }
    }

    /** Time that is waited does not count for the limit, so the limit is cut to what is left. */
    private static ScriptLimits limits(Session session, ScriptLimits own) {
        Duration left = session.left();
        Duration time = left.compareTo(own.time()) < 0 ? left : own.time();
        return new ScriptLimits(
                own.steps(), time.isNegative() ? Duration.ZERO : time, own.memory(), own.output(), own.depth());
    }

    private ScriptProgram program(Session session, ScriptDefinition definition, ScriptLanguage language) {
        List<GrantedObject> granted = means.grants().of(definition).stream()
                .<GrantedObject>map(grant -> new BoundGrant(grant, session, means.transactions(), means.audit()))
                .toList();
        Library library = name -> means.transactions()
                .reading(tx -> ScriptTable.newest(tx.connection(), name))
                .map(ScriptVersion::definition);
        Compilation compilation = library.compile(language, definition, granted);
        return compilation.program().orElseThrow(() -> compilation.problems().stream()
                .filter(found -> found.problem().severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow()
                .problem()
                .exception());
    }
}

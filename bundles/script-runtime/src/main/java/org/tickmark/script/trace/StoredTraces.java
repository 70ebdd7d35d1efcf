package org.tickmark.script.trace;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Audit;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.host.script.Recording;
import org.tickmark.api.host.script.TraceSettings;
import org.tickmark.api.host.script.Traces;
import org.tickmark.api.mail.MailContent;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Recorder;
import org.tickmark.script.store.ScriptRules;

/** The traces of the database. Which are on is kept in memory, so that a run that is not traced pays nothing. */
public final class StoredTraces implements Traces {
    static final String SCRIPT = "script/";
    static final String TRIGGER = "trigger/";

    private static final long MOST_RECORDINGS = 100;
    private static final long MOST_BYTES = 100_000_000;

    private final Means means;
    private volatile List<TraceSettings> enabled = List.of();

    /**
     * What traces stand on.
     *
     * @param owners in whose name a target runs: an identity, or nothing for whoever runs it; empty if there is no such target
     * @param outbox where mails about recordings go, if there is one
     * @param changed told when other processes have to look again
     */
    public record Means(
            Transactions transactions,
            Audit audit,
            Owners owners,
            Supplier<Optional<Outbox>> outbox,
            Clock clock,
            Runnable changed) {}

    /** Tells in whose name a target runs. */
    @FunctionalInterface
    public interface Owners {
        /** The identity; nothing for whoever runs it; empty if there is no such target. */
        Optional<String> of(Tx tx, String target) throws SQLException;
    }

    /** The traces; none is on before {@link #reload}. */
    public StoredTraces(Means means) {
        this.means = means;
    }

    /** Looks which are on. */
    public void reload() {
        enabled = means.transactions().reading(tx -> TraceTable.enabled(tx.connection()));
    }

    // ---------------------------------------------------------------- on and off

    @Override
    public void on(Caller caller, TraceSettings settings) {
        means.transactions().inTransaction(tx -> {
            requireTarget(tx, caller, settings.target());
            TraceTable.save(
                    tx.connection(), settings, caller.identity(), means.clock().instant());
            audit(tx, caller, "trace.on", settings.target());
            return null;
        });
        changed();
    }

    @Override
    public void off(Caller caller, String target) {
        means.transactions().inTransaction(tx -> {
            requireTarget(tx, caller, target);
            TraceTable.disable(tx.connection(), target, "");
            audit(tx, caller, "trace.off", target);
            return null;
        });
        changed();
    }

    private void requireTarget(Tx tx, Caller caller, String target) throws SQLException {
        caller.require(Permission.SCRIPT_DEBUG);
        String owner = means.owners().of(tx, target).orElseThrow(() -> Texts.problem("trace.target", "target")
                .found(target)
                .expected("script/month-end, trigger/tell-kari")
                .exception());
        ScriptRules.requireOwner(caller, owner, target);
    }

    private void audit(Tx tx, Caller caller, String action, String target) throws SQLException {
        means.audit().append(tx, caller, new Audit.Act("scripts", action, target, Map.of()));
    }

    private void changed() {
        reload();
        means.changed().run();
    }

    // ---------------------------------------------------------------- recording

    /** Who records a run, if anyone does. */
    public Recorder recorder(Order order) {
        for (TraceSettings settings : enabled) {
            if (isMeant(settings, order)) {
                return new TapeRecorder(settings, order, this, means.clock().instant());
            }
        }
        return Recorder.NONE;
    }

    private static boolean isMeant(TraceSettings settings, Order order) {
        String target = settings.target();
        boolean isTarget = target.equals(SCRIPT + order.request().name())
                || target.equals(order.request().cause());
        return isTarget
                && (settings.user().isEmpty()
                        || settings.user().equals(order.caller().identity()));
    }

    void keep(TraceSettings settings, RecordingTable.Kept kept, byte... content) {
        boolean ended = means.transactions().inTransaction(tx -> {
            long id = RecordingTable.add(tx.connection(), kept, content);
            notice(tx, settings, kept, id);
            return TraceTable.count(tx.connection(), settings.target(), content.length)
                            .filter(used -> used.recordings() >= MOST_RECORDINGS || used.bytes() >= MOST_BYTES)
                            .isPresent()
                    && TraceTable.disable(tx.connection(), settings.target(), "100 recordings, or 100 MB");
        });
        if (ended) {
            changed();
        }
    }

    private void notice(Tx tx, TraceSettings settings, RecordingTable.Kept kept, long id) throws SQLException {
        Optional<Outbox> box = means.outbox().get().filter(Outbox::isOn);
        if (settings.mailTo().isEmpty() || box.isEmpty() || !TraceTable.notice(tx.connection(), settings.target())) {
            return;
        }
        MailContent content = MailContent.about(Texts.message(
                        "mail.subject",
                        kept.result().script(),
                        kept.result().end().outcome()))
                .paragraph(Texts.message("mail.text", String.valueOf(id), kept.statements(), kept.told()))
                .build();
        List<String> addresses = box.get().addresses("trace " + settings.target(), settings.mailTo());
        box.get().enqueue(tx, Caller.system(), Letter.of(settings.target(), addresses, content));
    }

    // ---------------------------------------------------------------- reading

    @Override
    public Recording open(Caller caller, long id) {
        return new PlayedRecording(found(caller, id).file());
    }

    private RecordingTable.Found found(Caller caller, long id) {
        caller.require(Permission.SCRIPT_DEBUG);
        RecordingTable.Found found = means.transactions()
                .reading(tx -> RecordingTable.find(tx.connection(), id))
                .orElseThrow(() -> unknown(id));
        ScriptRules.requireOwner(caller, found.owner(), found.script());
        return found;
    }

    private static TickmarkException unknown(long id) {
        return Texts.problem("trace.unknown", "unknown", id)
                .advice(Texts.message("unknown.advice"))
                .exception();
    }

    @Override
    public void forget(Caller caller, long id) {
        found(caller, id);
        means.transactions().inTransaction(tx -> {
            RecordingTable.forget(tx.connection(), id);
            return null;
        });
    }
}

package org.tickmark.script.trace;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.api.Caller;
import org.tickmark.api.host.script.ScriptResult;
import org.tickmark.api.host.script.ScriptVersion;
import org.tickmark.api.host.script.TraceSettings;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.script.run.Order;
import org.tickmark.script.run.Recorder;

/** Records one run on a tape, and has it kept when the run has ended. */
final class TapeRecorder implements Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(TapeRecorder.class);

    private final TraceSettings settings;
    private final Order order;
    private final StoredTraces traces;
    private final Instant startedAt;
    private final Tape tape;
    private ScriptProgram program;
    private String owner = "";

    TapeRecorder(TraceSettings settings, Order order, StoredTraces traces, Instant startedAt) {
        this.settings = settings;
        this.order = order;
        this.traces = traces;
        this.startedAt = startedAt;
        this.tape = new Tape(settings.resolution(), settings.mostBytes(), System::nanoTime);
    }

    @Override
    public Optional<ScriptObserver> over(ScriptVersion script, ScriptProgram compiled) {
        program = compiled;
        boolean byTrigger = settings.target().startsWith(StoredTraces.TRIGGER);
        owner = byTrigger ? order.caller().identity() : script.definition().owner();
        return Optional.of(tape);
    }

    @Override
    public void started(ScriptRun run) {
        tape.memory(() -> run.usage().memory());
    }

    @Override
    public void ended(ScriptResult result) {
        Outcome outcome = result.end().outcome();
        if (settings.onlyFailures() && outcome != Outcome.FAILED && outcome != Outcome.LIMIT) {
            return;
        }
        try {
            TraceFile file = TraceFile.of(program, tape);
            traces.keep(settings, kept(result, file), file.toBytes());
        } catch (RuntimeException e) {
            LOG.error("The trace of run {} of {} is lost", result.run(), result.script(), e);
        }
    }

    private RecordingTable.Kept kept(ScriptResult result, TraceFile file) {
        Caller caller = order.caller();
        return new RecordingTable.Kept(
                settings.target(),
                result,
                owner,
                caller.identity(),
                startedAt,
                startedAt.plus(settings.keep()),
                result.end()
                        .problem()
                        .map(found -> found.problem().text(Locale.ENGLISH))
                        .orElse(result.end().message()),
                file.statements());
    }
}

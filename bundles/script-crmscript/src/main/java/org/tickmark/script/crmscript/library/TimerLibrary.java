package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.VOID;

import java.time.Duration;
import java.time.Instant;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.NativeType;
import org.tickmark.script.crmscript.value.Run;

/** {@code Timer}: how long something takes by the clock of the run. */
final class TimerLibrary {
    private static final int BYTES = 64;
    private static final double NANOS = 1e9;

    private static final NativeType TIMER = new NativeType("Timer", run -> {
        run.meter().bytes(BYTES);
        return new Watch();
    });

    private TimerLibrary() {}

    /** A stopwatch. */
    private static final class Watch {
        private Duration before = Duration.ZERO;
        private Instant since;

        Duration elapsed(Run run) {
            return since == null
                    ? before
                    : before.plus(Duration.between(since, run.clock().instant()));
        }
    }

    private static Watch self(Arguments a) {
        return a.value(Watch.class, 0);
    }

    private static Double seconds(Duration span) {
        return span.toNanos() / NANOS;
    }

    static void addTo(Library library) {
        library.add(TIMER);
        library.method(TIMER, VOID, "start", (run, a) -> {
            self(a).before = Duration.ZERO;
            self(a).since = run.clock().instant();
            return null;
        });
        library.method(TIMER, VOID, "stop", (run, a) -> {
            self(a).before = self(a).elapsed(run);
            self(a).since = null;
            return null;
        });
        library.method(TIMER, FLOAT, "getSeconds", (run, a) -> seconds(self(a).elapsed(run)));
        for (String name : new String[] {"getTimer", "getHiResTimer"}) {
            library.method(
                    TIMER,
                    FLOAT,
                    name,
                    (run, a) ->
                            seconds(Duration.between(Instant.EPOCH, run.clock().instant())));
        }
    }
}

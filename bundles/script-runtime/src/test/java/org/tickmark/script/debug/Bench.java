package org.tickmark.script.debug;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.tickmark.api.Caller;
import org.tickmark.api.host.script.DebugProgram;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.CrmScript;
import org.tickmark.testkit.ManualClock;

/** Sessions of scripts that are not stored, whose runs go on when a test lets them, or at once. */
public final class Bench {
    public static final Caller KARI = Caller.os("kari", Locale.ENGLISH);

    /** A struct, a call and a loop, to be stopped in. */
    public static final String SCRIPT = """
        struct Point { Integer x = 1; Integer y = 2; };
        Integer twice(Integer n) {
          Integer result = n * 2;
          return result;
        }
        Integer total = 0;
        Point p;
        for (Integer i = 0; i < 5; i++) {
          total += twice(i);
          p.x = total;
        }
        print(total.toString());
        """;

    public final ManualClock clock = ManualClock.at(Instant.parse("2026-11-27T05:00:00Z"));
    public final DebugSessions sessions;
    final Deque<Runnable> waiting = new ArrayDeque<>();

    private Bench(boolean atOnce) {
        Executor workers = atOnce ? Runnable::run : waiting::add;
        sessions = new DebugSessions(
                new DebugSessions.Means(null, null, null, () -> Duration.ofMinutes(15), clock, workers, span -> {
                    clock.advance(span);
                    return true;
                }));
    }

    /** Runs go on at once, until they stand again. */
    public static Bench atOnce() {
        return new Bench(true);
    }

    /** Runs go on when {@link #waiting} is carried out. */
    static Bench inTurn() {
        return new Bench(false);
    }

    public static DebugProgram program(String name, String text) {
        ScriptProgram program = new CrmScript()
                .compile(new ScriptSource(name, text), ScriptHost.ALONE)
                .program()
                .orElseThrow();
        return new DebugProgram(name, program, Map.of(), Map.of(), ScriptLimits.USUAL);
    }

    LiveSession start(String text) {
        return sessions.start(KARI, program("a.crm", text));
    }
}

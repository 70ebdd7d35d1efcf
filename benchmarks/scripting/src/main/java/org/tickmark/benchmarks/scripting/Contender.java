package org.tickmark.benchmarks.scripting;

import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.tickmark.api.Caller;
import org.tickmark.api.Severity;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptOutput;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.script.crmscript.CrmScript;

/** Who runs the work: each compiles it once and runs it again and again. */
enum Contender {
    /** CRMScript with all limits on. */
    TICKMARK {
        @Override
        Supplier<String> prepared(Work work, int size) {
            ScriptProgram program = program(work, size);
            return () -> run(program, null);
        }
    },
    /** Rhino, interpreted. */
    RHINO_INTERPRETED {
        @Override
        Supplier<String> prepared(Work work, int size) {
            return new RhinoScript(work.javascript(size), true);
        }
    },
    /** Rhino, compiled to bytecode. */
    RHINO_COMPILED {
        @Override
        Supplier<String> prepared(Work work, int size) {
            return new RhinoScript(work.javascript(size), false);
        }
    },
    /** Groovy, which compiles to bytecode. */
    GROOVY {
        @Override
        Supplier<String> prepared(Work work, int size) {
            Script script = new GroovyShell().parse(work.groovy(size));
            return () -> String.valueOf(script.run());
        }
    };

    /** Enough for the work, as a script that is stored may be allowed. */
    private static final ScriptLimits LIMITS =
            new ScriptLimits(1_000_000_000, Duration.ofMinutes(10), 256L << 20, 10_000_000, 1_000);

    /** The work, ready to be run; each run returns what came out. */
    abstract Supplier<String> prepared(Work work, int size);

    static ScriptProgram program(Work work, int size) {
        return new CrmScript()
                .compile(new ScriptSource(work.name(), work.crmscript(size)), ScriptHost.ALONE)
                .program()
                .orElseThrow();
    }

    /**
     * Runs a program.
     *
     * @param observer who watches; null for nobody
     */
    static String run(ScriptProgram program, ScriptObserver observer) {
        Printed printed = new Printed();
        ScriptCall.Builder call = ScriptCall.by(Caller.os("benchmark", Locale.ENGLISH), Clock.systemUTC(), printed)
                .limits(LIMITS);
        if (observer != null) {
            call.observer(observer);
        }
        ScriptRun run = program.start(call.build());
        ScriptState state = run.advance();
        if (state.end().map(end -> end.outcome() != Outcome.FINISHED).orElse(true)) {
            throw new IllegalStateException("The script did not come to its end: " + state);
        }
        return printed.text.toString();
    }

    private static final class Printed implements ScriptOutput {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void print(String piece) {
            text.append(piece);
        }

        @Override
        public void log(Severity severity, String line) {
            throw new IllegalStateException("The work logs nothing");
        }
    }
}

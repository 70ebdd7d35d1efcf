package org.tickmark.script.debug;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.tickmark.api.script.ScriptProgram;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptState;
import org.tickmark.script.run.Pause;

/**
 * A run of a program that is not stored.
 *
 * @param pause how a thread waits for a script that waits
 */
record PlainRun(ScriptProgram program, ScriptRun run, Clock clock, Pause pause) implements Driven {
    @Override
    public ScriptState carryOn() {
        ScriptState state = run.advance();
        while (state.kind() == ScriptState.Kind.WAITING) {
            Instant until = state.until().orElseThrow();
            pause.pause(Duration.between(clock.instant(), until));
            state = run.advance();
        }
        return state;
    }
}

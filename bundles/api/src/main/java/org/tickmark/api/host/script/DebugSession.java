package org.tickmark.api.host.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptVariable;

/**
 * One run under the eyes of a person. While it stands it is data: it holds no thread, no lock, no connection. Expressions, also those of conditions and of
 * log texts, are evaluated with the rights of the run. Safe for use from many threads; what needs a run that stands is refused with a
 * {@link org.tickmark.api.TickmarkException} of code {@code debug.running} while it does not.
 */
@ProviderType
public interface DebugSession {
    /** How far to go. */
    enum Step {
        /** To the next line, also into what is called. */
        INTO,
        /** To the next line of this call, or of who called it. */
        OVER,
        /** Out of this call. */
        OUT,
        /** To a breakpoint, or to the end. */
        ON
    }

    /** Its number, by which it is listed. */
    long id();

    /** What is run: name of a stored script, or of a file. */
    String script();

    /** Who debugs. */
    String owner();

    /** When it was begun. */
    Instant startedAt();

    /** How far it is. */
    DebugState state();

    /** Waits until it stands or is over, at most so long; returns how far it is then. */
    DebugState await(Duration atMost);

    /** What it is compiled from, its own source first. */
    List<ScriptSource> sources();

    /** Replaces the breakpoints of a source, at any time; counting of hits begins anew. */
    List<PlacedBreakpoint> setBreakpoints(String source, List<Breakpoint> wanted);

    /** All breakpoints. */
    List<PlacedBreakpoint> breakpoints();

    /** Says whether a run that fails stands where it failed before it is over; so it does at first. */
    void stopsAtFailure(boolean wish);

    /** Lets it go on. */
    void go(Step step);

    /** Lets it go on to a line, or the next that has a statement, or to a breakpoint before. */
    void runTo(String source, int line);

    /** Asks it to stand before its next statement. */
    void pause();

    /** The calls it is in, innermost first. */
    List<ScriptFrame> stack();

    /** The variables of the whole program. */
    List<ScriptVariable> globals();

    /**
     * Evaluates an expression where a call of the stack is.
     *
     * @param frame index into {@link #stack}
     */
    ScriptVariable evaluate(int frame, String expression);

    /** Gives a variable that is visible in a call of the stack another value. */
    void assign(int frame, String variable, String expression);

    /** Expressions that are looked at whenever it stands. */
    List<String> watches();

    /** Replaces these expressions. */
    void watch(List<String> expressions);

    /** What the run has written since this was last called; of much the last part. */
    String written();

    /** Lets it go on to its end without breakpoints, and forgets the session. */
    void detach();

    /** Ends the run as if it was cancelled, and forgets the session. */
    void stop();
}

package org.tickmark.api.script;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One run of a program, which its host carries on piece by piece. Between two calls of {@link #advance} it is nothing but data.
 *
 * <ul>
 *   <li>SR-01: {@link #advance} runs on the caller's thread until the script ends, pauses or waits, and says which. It never throws because of
 *       what a script does.
 *   <li>SR-02: one thread at a time calls its methods, not always the same; {@link #pause} may be called by any thread at any time.
 *   <li>SR-03: while it is not advanced it holds no thread, lock, connection or other resource; a host that is tired of it drops it.
 *   <li>SR-04: a limit, and a cancel, end it before its next step, and not even its own exception handling runs any more. A built-in counts what it is
 *       about to do before it does it, and looks again while it walks or tries; a single pass over a long text, a granted object and a record source are
 *       finished first.
 *   <li>SR-05: time in which it is not advanced does not count.
 *   <li>SR-06: with an observer it pauses before the statement for which {@link ScriptObserver#statement} said so. What a
 *       built-in calls back (such as a comparison while it sorts) is observed, but does not pause; the next statement after it does.
 *   <li>SR-07: when it waits, {@link #advance} before the moment it waits for says so again; after it, the script goes on.
 *   <li>SR-08: {@link #evaluate} and {@link #assign} work on a paused run, have an allowance of their own, and leave the run where it is.
 *   <li>SR-09: after the end {@link #advance} says the same again, and {@link #stack} is that of the end.
 * </ul>
 */
@ConsumerType
public interface ScriptRun {
    /** Carries on until it ends, pauses or waits. */
    ScriptState advance();

    /** Asks it to pause before its next statement; heeded only with an observer. */
    void pause();

    /** The calls it is in, innermost first. */
    List<ScriptFrame> stack();

    /** The variables of the whole program. */
    List<ScriptVariable> globals();

    /**
     * Evaluates an expression as if it stood where a call of the stack is.
     *
     * @param frame index into {@link #stack}
     * @throws org.tickmark.api.TickmarkException if it is no expression there, or fails
     */
    ScriptVariable evaluate(int frame, String expression);

    /**
     * Gives a variable another value.
     *
     * @param frame index into {@link #stack}
     * @param variable name of a variable that is visible there
     * @param expression what {@link #evaluate} takes, of the type of the variable
     * @throws org.tickmark.api.TickmarkException if there is no such variable, the types differ, or the expression fails
     */
    void assign(int frame, String variable, String expression);

    /** The values that the script leaves to whoever started it, by name. */
    Map<String, String> results();

    /** What it has used so far. */
    ScriptUsage usage();
}

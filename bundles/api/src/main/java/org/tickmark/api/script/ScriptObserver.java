package org.tickmark.api.script;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Watches a run, for debugging and for traces. Called by the thread that advances the run, in the order in which things happen; it must be
 * quick, and must not call the run but for {@link ScriptRun#stack} and what that returns, and {@link ScriptRun#usage}.
 */
@ProviderType
public interface ScriptObserver {
    /**
     * A statement is about to run.
     *
     * @param stop its index in {@link ScriptProgram#stops}
     * @param depth how many calls it is in, 0 for the script itself
     * @return whether to pause before it
     */
    boolean statement(int stop, int depth);

    /**
     * A call has begun. What it was given follows as {@link #changed}, before its first statement.
     *
     * @param depth that of its statements
     */
    default void called(int depth) {}

    /**
     * The statement has given a variable, or something inside it, a value.
     *
     * @param depth as in {@link #statement}; -1 for a variable of the whole program
     * @param variable what it is now
     */
    void changed(int depth, ScriptVariable variable);
}

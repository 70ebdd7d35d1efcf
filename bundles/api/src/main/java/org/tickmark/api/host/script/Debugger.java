package org.tickmark.api.host.script;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;

/**
 * Debugging sessions. All takes {@link org.tickmark.api.Permission#SCRIPT_DEBUG}. A session belongs to whoever began it; another takes
 * all rights. A script with an owner is debugged only by that owner, or with all rights: who debugs can do whatever the script may.
 *
 * <p>A session that stands and that nobody touches is ended after the time of setting {@code script.debugIdle}; it is gone with the process.
 */
@ProviderType
public interface Debugger {
    /**
     * Begins a run of a stored script, which then stands before its first statement.
     *
     * @throws org.tickmark.api.TickmarkException as {@link Scripts#run}, and with code {@code debug.many} if there are too many sessions
     */
    DebugSession start(Caller caller, ScriptRequest request);

    /** Begins a run of a program that is not stored. */
    DebugSession start(Caller caller, DebugProgram program);

    /** The sessions there are, of everybody, in order of their numbers. */
    List<DebugSession> sessions(Caller caller);

    /**
     * A session of the caller's.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code debug.unknown} if there is none of this number, and with {@code debug.owner} if it is another's
     */
    DebugSession session(Caller caller, long id);

    /**
     * Speaks the Debug Adapter Protocol with a client until it goes. A session that the client launched ends with it, one that it attached to goes on standing.
     *
     * @param target what the client launches
     */
    void converse(Caller caller, DebugTarget target, InputStream in, OutputStream out);
}

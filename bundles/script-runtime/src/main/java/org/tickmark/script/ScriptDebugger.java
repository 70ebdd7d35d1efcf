package org.tickmark.script;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.tickmark.api.Caller;
import org.tickmark.api.Permission;
import org.tickmark.api.host.script.DebugProgram;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.api.host.script.Debugger;
import org.tickmark.api.host.script.ScriptRequest;
import org.tickmark.script.dap.Conversation;
import org.tickmark.script.debug.DebugSessions;

/** The sessions of this process, for every door. */
final class ScriptDebugger implements Debugger {
    private final DebugSessions sessions;

    ScriptDebugger(DebugSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public DebugSession start(Caller caller, ScriptRequest request) {
        return sessions.start(caller, request);
    }

    @Override
    public DebugSession start(Caller caller, DebugProgram program) {
        return sessions.start(caller, program);
    }

    @Override
    public List<DebugSession> sessions(Caller caller) {
        return List.copyOf(sessions.all(caller));
    }

    @Override
    public DebugSession session(Caller caller, long id) {
        return sessions.session(caller, id);
    }

    @Override
    public void converse(Caller caller, DebugTarget target, InputStream in, OutputStream out) {
        caller.require(Permission.SCRIPT_DEBUG);
        Conversation.carryOn(caller, sessions, target, in, out);
    }
}

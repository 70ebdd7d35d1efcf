package org.tickmark.script.run;

import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.macro.ActionCall;
import org.tickmark.api.script.ScriptEvent;

/** The use of an action by a session. */
record SessionCall(Session session, Map<String, String> parameters) implements ActionCall {
    @Override
    public Caller caller() {
        return session.actor();
    }

    @Override
    public Optional<ScriptEvent> event() {
        return session.event();
    }

    @Override
    public boolean isDryRun() {
        return session.isDryRun();
    }

    @Override
    public Optional<String> once() {
        return session.nextWork();
    }

    @Override
    public void print(String line) {
        session.print(line + "\n");
    }

    @Override
    public CancelToken cancel() {
        return session.cancel();
    }
}

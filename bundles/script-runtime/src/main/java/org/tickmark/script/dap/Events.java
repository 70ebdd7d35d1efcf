package org.tickmark.script.dap;

import java.util.Locale;
import org.eclipse.lsp4j.debug.ContinuedEventArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.OutputEventArgumentsCategory;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.StoppedEventArgumentsReason;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.script.debug.SessionListener;

/** Tells a client what becomes of a session. */
final class Events implements SessionListener {
    /** A run has one thread as clients see it. */
    static final int THREAD = 1;

    private final IDebugProtocolClient client;
    private final Handles handles;
    private final Locale locale;

    Events(IDebugProtocolClient client, Handles handles, Locale locale) {
        this.client = client;
        this.handles = handles;
        this.locale = locale;
    }

    @Override
    public void written(String text) {
        output(OutputEventArgumentsCategory.STDOUT, text);
    }

    private void output(String category, String text) {
        OutputEventArguments output = new OutputEventArguments();
        output.setCategory(category);
        output.setOutput(text);
        client.output(output);
    }

    @Override
    public void changed(DebugState state) {
        handles.clear();
        switch (state.kind()) {
            case RUNNING -> continued();
            case ENDED -> ended(state.end().orElseThrow());
            default -> stopped(state);
        }
    }

    private void continued() {
        ContinuedEventArguments continued = new ContinuedEventArguments();
        continued.setThreadId(THREAD);
        continued.setAllThreadsContinued(true);
        client.continued(continued);
    }

    void stopped(DebugState state) {
        if (!state.text().isEmpty()) {
            output(OutputEventArgumentsCategory.IMPORTANT, state.text() + "\n");
        }
        StoppedEventArguments stopped = new StoppedEventArguments();
        stopped.setThreadId(THREAD);
        stopped.setAllThreadsStopped(true);
        stopped.setReason(reason(state));
        state.end().ifPresent(end -> stopped.setText(told(end)));
        client.stopped(stopped);
    }

    private static String reason(DebugState state) {
        return switch (state.kind()) {
            case AT_START -> StoppedEventArgumentsReason.ENTRY;
            case AT_BREAKPOINT -> StoppedEventArgumentsReason.BREAKPOINT;
            case PAUSED -> StoppedEventArgumentsReason.PAUSE;
            case FAILED -> StoppedEventArgumentsReason.EXCEPTION;
            default -> StoppedEventArgumentsReason.STEP;
        };
    }

    private void ended(ScriptEnd end) {
        String told = told(end);
        if (!told.isEmpty()) {
            output(OutputEventArgumentsCategory.STDERR, told + "\n");
        }
        ExitedEventArguments exited = new ExitedEventArguments();
        exited.setExitCode(end.problem().isPresent() ? 1 : 0);
        client.exited(exited);
        client.terminated(new TerminatedEventArguments());
    }

    /** What a run says at its end, or what went wrong. */
    String told(ScriptEnd end) {
        return end.problem().map(found -> found.problem().text(locale)).orElse(end.message());
    }
}

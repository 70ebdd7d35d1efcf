package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.Launcher;

/** An editor that has started a debug adapter as its child, and speaks the protocol over its standard streams. */
final class EditorSession {
    private static final long PATIENCE_S = Running.PATIENCE.toSeconds();

    private final Process adapter;
    private final Written written;
    private final Tail err;
    private final Heard heard = new Heard();
    private final ExecutorService listener = Executors.newSingleThreadExecutor();
    private final Future<Void> listening;
    private final IDebugProtocolServer server;

    EditorSession(Process adapter) {
        this.adapter = adapter;
        this.written = new Written(adapter.getInputStream());
        this.err = Tail.of(adapter.getErrorStream());
        Launcher<IDebugProtocolServer> launcher = DSPLauncher.createClientLauncher(
                heard, written, adapter.getOutputStream(), listener, UnaryOperator.identity());
        this.listening = launcher.startListening();
        this.server = launcher.getRemoteProxy();
    }

    /** What the adapter writes, all of which is kept. */
    private static final class Written extends FilterInputStream {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        Written(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                all.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                all.write(bytes, offset, count);
            }
            return count;
        }
    }

    /** What the adapter tells: one line an event. */
    private static final class Heard implements IDebugProtocolClient {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public void initialized() {
            events.add("initialized");
        }

        @Override
        public void stopped(StoppedEventArguments stopped) {
            events.add("stopped " + stopped.getReason());
        }

        @Override
        public void output(OutputEventArguments output) {
            events.add("output " + output.getOutput().strip());
        }

        @Override
        public void exited(ExitedEventArguments exited) {
            events.add("exited " + exited.getExitCode());
        }

        @Override
        public void terminated(TerminatedEventArguments terminated) {
            events.add("terminated");
        }
    }

    /** Says that these events are told next. */
    void hears(String... expected) throws InterruptedException {
        for (String event : expected) {
            assertThat(heard.events.poll(PATIENCE_S, TimeUnit.SECONDS))
                    .as(err.text())
                    .isEqualTo(event);
        }
    }

    private static <T> T of(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    void launch(Path script, Map<String, String> parameters) throws Exception {
        of(server.initialize(new InitializeRequestArguments()));
        of(server.launch(Map.of("program", script.toString(), "parameters", parameters)));
        hears("initialized");
    }

    Breakpoint breakAt(Path script, int line, String condition) throws Exception {
        SourceBreakpoint breakpoint = new SourceBreakpoint();
        breakpoint.setLine(line);
        breakpoint.setCondition(condition);
        Source source = new Source();
        source.setPath(script.toString());
        SetBreakpointsArguments arguments = new SetBreakpointsArguments();
        arguments.setSource(source);
        arguments.setBreakpoints(new SourceBreakpoint[] {breakpoint});
        return of(server.setBreakpoints(arguments)).getBreakpoints()[0];
    }

    void begin() throws Exception {
        of(server.configurationDone(new ConfigurationDoneArguments()));
    }

    /** Where it stands, innermost first: function and line. */
    List<String> stack() throws Exception {
        return Arrays.stream(frames())
                .map(frame -> Path.of(frame.getName()).getFileName() + ":" + frame.getLine())
                .toList();
    }

    private StackFrame[] frames() throws Exception {
        StackTraceArguments arguments = new StackTraceArguments();
        arguments.setThreadId(1);
        return of(server.stackTrace(arguments)).getStackFrames();
    }

    private Scope globals() throws Exception {
        ScopesArguments arguments = new ScopesArguments();
        arguments.setFrameId(frames()[0].getId());
        return of(server.scopes(arguments)).getScopes()[1];
    }

    private Variable[] unfold(int reference) throws Exception {
        VariablesArguments arguments = new VariablesArguments();
        arguments.setVariablesReference(reference);
        return of(server.variables(arguments)).getVariables();
    }

    /** What is inside a global variable, each as {@code name=value}. */
    List<String> inside(String variable) throws Exception {
        int reference = Arrays.stream(unfold(globals().getVariablesReference()))
                .filter(global -> global.getName().equals(variable))
                .findFirst()
                .orElseThrow()
                .getVariablesReference();
        return Arrays.stream(unfold(reference))
                .map(part -> part.getName() + "=" + part.getValue())
                .toList();
    }

    void set(String variable, String value) throws Exception {
        SetVariableArguments arguments = new SetVariableArguments();
        arguments.setVariablesReference(globals().getVariablesReference());
        arguments.setName(variable);
        arguments.setValue(value);
        assertThat(of(server.setVariable(arguments)).getValue()).isEqualTo(value);
    }

    void stepOut() throws Exception {
        StepOutArguments arguments = new StepOutArguments();
        arguments.setThreadId(1);
        of(server.stepOut(arguments));
    }

    void goOn() throws Exception {
        ContinueArguments arguments = new ContinueArguments();
        arguments.setThreadId(1);
        of(server.continue_(arguments));
    }

    void disconnect() throws Exception {
        of(server.disconnect(new DisconnectArguments()));
    }

    /** Goes without a word. */
    void closeInput() throws IOException {
        adapter.getOutputStream().close();
    }

    /** Waits for the end of the adapter. */
    Result end() throws InterruptedException {
        assertThat(adapter.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        listener.shutdown();
        assertThat(listener.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        return new Result(
                adapter.exitValue(), written.all.toString(StandardCharsets.UTF_8), err.toEnd(Running.PATIENCE));
    }

    void kill() throws InterruptedException {
        adapter.destroyForcibly().waitFor();
        listening.cancel(true);
        listener.shutdownNow();
    }
}

package org.tickmark.script.dap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExitedEventArguments;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.OutputEventArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.StoppedEventArguments;
import org.eclipse.lsp4j.debug.TerminatedEventArguments;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.launch.DSPLauncher;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.script.DebugSession;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.script.debug.Bench;
import org.tickmark.script.debug.LiveSession;

/** A client of lsp4j debugs a script. */
class ConversationTest {
    private static final Path FILE = Path.of("scripts", "total.crm").toAbsolutePath();
    private static final long PATIENCE_S = 20;

    private final Bench bench = Bench.atOnce();
    private final Heard heard = new Heard();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<String> named = Optional.empty();
    private boolean inFile = true;
    private String script = Bench.SCRIPT;
    private Socket mine;
    private IDebugProtocolServer server;
    private Future<Void> listening;
    private CompletableFuture<Void> conversation;

    /** What a client is told: one line an event. */
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
            events.add("output " + output.getCategory() + " " + output.getOutput());
        }

        @Override
        public void exited(ExitedEventArguments exited) {
            events.add("exited " + exited.getExitCode());
        }

        @Override
        public void terminated(TerminatedEventArguments terminated) {
            events.add("terminated");
        }

        /** Events up to this one. */
        List<String> upTo(String last) throws InterruptedException {
            List<String> all = new ArrayList<>();
            while (all.isEmpty() || !all.get(all.size() - 1).equals(last)) {
                String next = events.poll(PATIENCE_S, TimeUnit.SECONDS);
                assertThat(next).as("after %s, waiting for %s", all, last).isNotNull();
                all.add(next);
            }
            return all;
        }
    }

    private final class Target implements DebugTarget {
        @Override
        public DebugSession open(Optional<String> program, Map<String, String> parameters) {
            named = program;
            return bench.sessions.start(Bench.KARI, Bench.program("total.crm", script));
        }

        @Override
        public Optional<Path> file(String source) {
            return Optional.of(FILE).filter(file -> inFile);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            mine = new Socket(door.getInetAddress(), door.getLocalPort());
            Socket theirs = door.accept();
            conversation = CompletableFuture.runAsync(() -> converse(theirs), threads);
        }
        Launcher<IDebugProtocolServer> launcher = DSPLauncher.createClientLauncher(
                heard, mine.getInputStream(), mine.getOutputStream(), threads, UnaryOperator.identity());
        listening = launcher.startListening();
        server = launcher.getRemoteProxy();
    }

    private void converse(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            Conversation.carryOn(Bench.KARI, bench.sessions, new Target(), in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        mine.close();
        listening.cancel(true);
        threads.shutdownNow();
    }

    private static <T> T of(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    private void launch(Map<String, Object> arguments) throws Exception {
        InitializeRequestArguments initialize = new InitializeRequestArguments();
        initialize.setLinesStartAt1(true);
        initialize.setColumnsStartAt1(true);
        assertThat(of(server.initialize(initialize)).getSupportsConditionalBreakpoints())
                .isTrue();
        of(server.launch(arguments));
        assertThat(heard.upTo("initialized")).containsExactly("initialized");
    }

    private void configured() throws Exception {
        of(server.configurationDone(new ConfigurationDoneArguments()));
    }

    private static SourceBreakpoint at(int line, String condition) {
        SourceBreakpoint breakpoint = new SourceBreakpoint();
        breakpoint.setLine(line);
        breakpoint.setCondition(condition);
        return breakpoint;
    }

    private Breakpoint[] breakAt(Source source, SourceBreakpoint... wanted) throws Exception {
        SetBreakpointsArguments arguments = new SetBreakpointsArguments();
        arguments.setSource(source);
        arguments.setBreakpoints(wanted);
        return of(server.setBreakpoints(arguments)).getBreakpoints();
    }

    private static Source file(Path path) {
        Source source = new Source();
        source.setPath(path.toString());
        return source;
    }

    private StackFrame[] stack() throws Exception {
        StackTraceArguments arguments = new StackTraceArguments();
        arguments.setThreadId(of(server.threads()).getThreads()[0].getId());
        return of(server.stackTrace(arguments)).getStackFrames();
    }

    private Scope[] scopes(StackFrame frame) throws Exception {
        ScopesArguments arguments = new ScopesArguments();
        arguments.setFrameId(frame.getId());
        return of(server.scopes(arguments)).getScopes();
    }

    private Variable[] unfold(int reference) throws Exception {
        VariablesArguments arguments = new VariablesArguments();
        arguments.setVariablesReference(reference);
        return of(server.variables(arguments)).getVariables();
    }

    private static List<String> shown(Variable... variables) {
        return Arrays.stream(variables)
                .map(variable -> variable.getType() + " " + variable.getName() + "=" + variable.getValue())
                .toList();
    }

    private String evaluate(String expression, int frame) throws Exception {
        EvaluateArguments arguments = new EvaluateArguments();
        arguments.setExpression(expression);
        arguments.setFrameId(frame);
        return of(server.evaluate(arguments)).getResult();
    }

    private static ContinueArguments on() {
        ContinueArguments arguments = new ContinueArguments();
        arguments.setThreadId(1);
        return arguments;
    }

    // ---------------------------------------------------------------- cases

    @Test
    void aWholeSession() throws Exception {
        launch(Map.of());
        Breakpoint[] placed = breakAt(file(FILE), at(4, "n == 3"), at(99, null));
        assertThat(placed[0].isVerified()).isTrue();
        assertThat(placed[0].getLine()).isEqualTo(4);
        assertThat(placed[1].isVerified()).isFalse();
        configured();
        assertThat(heard.upTo("stopped breakpoint")).containsExactly("stopped breakpoint");

        StackFrame[] stack = stack();
        assertThat(stack).extracting(StackFrame::getName).containsExactly("twice", "total.crm");
        assertThat(stack).extracting(StackFrame::getLine).containsExactly(4, 9);
        assertThat(stack[0].getSource().getPath()).isEqualTo(FILE.toString());
        assertThat(shown(unfold(scopes(stack[0])[0].getVariablesReference())))
                .containsExactly("Integer n=3", "Integer result=6");

        Variable[] globals = unfold(scopes(stack[0])[1].getVariablesReference());
        assertThat(shown(globals)).containsExactly("Integer total=6", "Point p=Point");
        assertThat(shown(unfold(globals[1].getVariablesReference()))).containsExactly("Integer x=6", "Integer y=2");
        assertThat(evaluate("n + p.y", stack[0].getId())).isEqualTo("5");

        StepOutArguments out = new StepOutArguments();
        out.setThreadId(1);
        of(server.stepOut(out));
        heard.upTo("stopped step");
        StackFrame[] outside = stack();
        assertThat(outside).extracting(StackFrame::getLine).containsExactly(10);

        SetVariableArguments set = new SetVariableArguments();
        set.setVariablesReference(scopes(outside[0])[1].getVariablesReference());
        set.setName("total");
        set.setValue("1000");
        assertThat(of(server.setVariable(set)).getValue()).isEqualTo("1000");

        of(server.continue_(on()));
        assertThat(heard.upTo("terminated")).containsExactly("output stdout 1008", "exited 0", "terminated");
    }

    @Test
    void theConversationIsOverWhenTheClientSaysSo() throws Exception {
        launch(Map.of("program", FILE.toString(), "stopOnEntry", true));
        assertThat(named).contains(FILE.toString());
        configured();
        heard.upTo("stopped entry");
        of(server.disconnect(new DisconnectArguments()));
        of(conversation);
        assertThat(bench.sessions.all(Bench.KARI)).isEmpty();
    }

    @Test
    void stopsAtItsEntryWhenThatIsWished() throws Exception {
        launch(Map.of("stopOnEntry", true));
        configured();
        heard.upTo("stopped entry");
        StepInArguments into = new StepInArguments();
        into.setThreadId(1);
        of(server.stepIn(into));
        heard.upTo("stopped step");
        assertThat(stack()[0].getLine()).isEqualTo(7);
    }

    @Test
    void aFailureIsShownBeforeItEnds() throws Exception {
        script = "Integer n = 3;\nthrow \"no \" + n.toString();\n";
        launch(Map.of());
        configured();
        heard.upTo("stopped exception");
        ExceptionInfoArguments info = new ExceptionInfoArguments();
        info.setThreadId(1);
        assertThat(of(server.exceptionInfo(info)).getDescription()).contains("no 3");
        of(server.continue_(on()));
        assertThat(heard.upTo("terminated")).contains("exited 1");
    }

    @Test
    void aSourceThatIsInNoFileIsSentByItsReference() throws Exception {
        inFile = false;
        launch(Map.of("stopOnEntry", true));
        configured();
        heard.upTo("stopped entry");
        Source source = stack()[0].getSource();
        SourceArguments arguments = new SourceArguments();
        arguments.setSourceReference(source.getSourceReference());
        assertThat(of(server.source(arguments)).getContent()).isEqualTo(Bench.SCRIPT);
        assertThat(breakAt(source, at(12, null))[0].isVerified()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        assertThatThrownBy(() -> of(server.threads())).hasMessageContaining("launched");
        launch(Map.of("stopOnEntry", true));
        configured();
        heard.upTo("stopped entry");
        assertThatThrownBy(() -> evaluate("nothing + 1", 1)).hasMessageContaining("nothing");
        assertThatThrownBy(() -> unfold(77)).hasMessageContaining("no longer there");
        assertThat(breakAt(file(Path.of("/elsewhere.crm")), at(1, null))[0].isVerified())
                .isFalse();
    }

    @Test
    void whatAClientLaunchedEndsWhenItGoes() throws Exception {
        launch(Map.of("stopOnEntry", true));
        configured();
        heard.upTo("stopped entry");
        mine.close();
        of(conversation);
        assertThat(bench.sessions.all(Bench.KARI)).isEmpty();
    }

    @Test
    void whatAClientAttachedToStandsOnWhenItGoes() throws Exception {
        LiveSession session = bench.sessions.start(Bench.KARI, Bench.program("total.crm", script));
        of(server.initialize(new InitializeRequestArguments()));
        of(server.attach(Map.of("session", session.id())));
        configured();
        heard.upTo("stopped entry");
        of(server.disconnect(new DisconnectArguments()));
        mine.close();
        of(conversation);
        assertThat(bench.sessions.all(Bench.KARI)).containsExactly(session);
    }
}

package org.tickmark.script.dap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.ConfigurationDoneArguments;
import org.eclipse.lsp4j.debug.ContinueArguments;
import org.eclipse.lsp4j.debug.ContinueResponse;
import org.eclipse.lsp4j.debug.DisconnectArguments;
import org.eclipse.lsp4j.debug.EvaluateArguments;
import org.eclipse.lsp4j.debug.EvaluateResponse;
import org.eclipse.lsp4j.debug.ExceptionBreakMode;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;
import org.eclipse.lsp4j.debug.ExceptionInfoArguments;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesArguments;
import org.eclipse.lsp4j.debug.LoadedSourcesResponse;
import org.eclipse.lsp4j.debug.NextArguments;
import org.eclipse.lsp4j.debug.PauseArguments;
import org.eclipse.lsp4j.debug.Scope;
import org.eclipse.lsp4j.debug.ScopesArguments;
import org.eclipse.lsp4j.debug.ScopesResponse;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsArguments;
import org.eclipse.lsp4j.debug.SetExceptionBreakpointsResponse;
import org.eclipse.lsp4j.debug.SetVariableArguments;
import org.eclipse.lsp4j.debug.SetVariableResponse;
import org.eclipse.lsp4j.debug.SourceArguments;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.SourceResponse;
import org.eclipse.lsp4j.debug.StackFrame;
import org.eclipse.lsp4j.debug.StackTraceArguments;
import org.eclipse.lsp4j.debug.StackTraceResponse;
import org.eclipse.lsp4j.debug.StepInArguments;
import org.eclipse.lsp4j.debug.StepOutArguments;
import org.eclipse.lsp4j.debug.TerminateArguments;
import org.eclipse.lsp4j.debug.Thread;
import org.eclipse.lsp4j.debug.ThreadsResponse;
import org.eclipse.lsp4j.debug.Variable;
import org.eclipse.lsp4j.debug.VariablesArguments;
import org.eclipse.lsp4j.debug.VariablesResponse;
import org.eclipse.lsp4j.debug.services.IDebugProtocolClient;
import org.eclipse.lsp4j.debug.services.IDebugProtocolServer;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.tickmark.api.Caller;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.script.DebugSession.Step;
import org.tickmark.api.host.script.DebugState;
import org.tickmark.api.host.script.DebugTarget;
import org.tickmark.api.host.script.PlacedBreakpoint;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.debug.DebugSessions;
import org.tickmark.script.debug.LiveSession;
import org.tickmark.script.debug.SessionListener;

/** One conversation with a client: what it asks is answered from its session. Requests come one after the other. */
final class Adapter implements IDebugProtocolServer {
    private static final String UNCAUGHT = "uncaught";

    private final Caller caller;
    private final DebugSessions sessions;
    private final DebugTarget target;
    private final Runnable whenOver;
    private final Handles handles = new Handles();
    /** What to do once the request at hand has been answered. */
    private final List<Runnable> afterwards = new ArrayList<>();

    private IDebugProtocolClient client;
    private Events events;
    private LiveSession session;
    private Sources sources;
    private boolean launched;
    private boolean stopOnEntry;
    /** What the client counts lines and columns from, less one. */
    private int lineShift;

    private int columnShift;

    /**
     * An adapter.
     *
     * @param whenOver told when the client has said that it goes, and has been answered
     */
    Adapter(Caller caller, DebugSessions sessions, DebugTarget target, Runnable whenOver) {
        this.caller = caller;
        this.sessions = sessions;
        this.target = target;
        this.whenOver = whenOver;
    }

    void connect(IDebugProtocolClient remote) {
        client = remote;
        events = new Events(remote, handles, caller.locale());
    }

    // ---------------------------------------------------------------- how it answers

    private <T> CompletableFuture<T> answer(Supplier<T> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (TickmarkException e) {
            String text = e.problem().text(caller.locale());
            return CompletableFuture.failedFuture(
                    new ResponseErrorException(new ResponseError(ResponseErrorCode.RequestFailed, text, null)));
        }
    }

    private CompletableFuture<Void> done(Runnable work) {
        return answer(() -> {
            work.run();
            return null;
        });
    }

    /** Called when a request has been answered: what follows from it comes after its answer. */
    void answered() {
        List<Runnable> all = List.copyOf(afterwards);
        afterwards.clear();
        all.forEach(Runnable::run);
    }

    /** The client has gone: what it launched goes with it. */
    void gone() {
        if (session != null) {
            session.listen(SessionListener.NOBODY);
            if (launched) {
                session.stop();
            }
        }
    }

    private LiveSession session() {
        if (session == null) {
            throw Texts.problem("debug.launch", "launch").exception();
        }
        return session;
    }

    // ---------------------------------------------------------------- beginning and ending

    @Override
    public CompletableFuture<Capabilities> initialize(InitializeRequestArguments arguments) {
        lineShift = Boolean.FALSE.equals(arguments.getLinesStartAt1()) ? -1 : 0;
        columnShift = Boolean.FALSE.equals(arguments.getColumnsStartAt1()) ? -1 : 0;
        ExceptionBreakpointsFilter uncaught = new ExceptionBreakpointsFilter();
        uncaught.setFilter(UNCAUGHT);
        uncaught.setLabel(Texts.message("uncaught").text(caller.locale()));
        uncaught.setDefault_(true);
        Capabilities capabilities = new Capabilities();
        capabilities.setSupportsConfigurationDoneRequest(true);
        capabilities.setSupportsConditionalBreakpoints(true);
        capabilities.setSupportsHitConditionalBreakpoints(true);
        capabilities.setSupportsLogPoints(true);
        capabilities.setSupportsEvaluateForHovers(true);
        capabilities.setSupportsSetVariable(true);
        capabilities.setSupportsTerminateRequest(true);
        capabilities.setSupportTerminateDebuggee(true);
        capabilities.setSupportsLoadedSourcesRequest(true);
        capabilities.setSupportsExceptionInfoRequest(true);
        capabilities.setExceptionBreakpointFilters(new ExceptionBreakpointsFilter[] {uncaught});
        return CompletableFuture.completedFuture(capabilities);
    }

    @Override
    public CompletableFuture<Void> launch(Map<String, Object> given) {
        return done(() -> {
            LaunchArguments arguments = new LaunchArguments(given);
            arguments.requireKey(target.key());
            stopOnEntry = arguments.stopOnEntry();
            launched = true;
            take(target.open(arguments.program(), arguments.parameters()).id());
        });
    }

    @Override
    public CompletableFuture<Void> attach(Map<String, Object> given) {
        return done(() -> {
            LaunchArguments arguments = new LaunchArguments(given);
            arguments.requireKey(target.key());
            stopOnEntry = true;
            take(arguments.session());
        });
    }

    private void take(long id) {
        session = sessions.session(caller, id);
        sources = new Sources(session.sources(), target);
        afterwards.add(client::initialized);
    }

    @Override
    public CompletableFuture<Void> configurationDone(ConfigurationDoneArguments arguments) {
        return done(() -> {
            LiveSession begun = session();
            afterwards.add(() -> begin(begun));
        });
    }

    private void begin(LiveSession begun) {
        String written = begun.written();
        if (!written.isEmpty()) {
            events.written(written);
        }
        begun.listen(events);
        DebugState state = begun.state();
        if (state.kind() == DebugState.Kind.AT_START && !stopOnEntry) {
            begun.go(Step.ON);
        } else {
            events.changed(state);
        }
    }

    @Override
    public CompletableFuture<Void> terminate(TerminateArguments arguments) {
        return done(() -> afterwards.add(session()::stop));
    }

    @Override
    public CompletableFuture<Void> disconnect(DisconnectArguments arguments) {
        return done(() -> {
            afterwards.add(whenOver);
            if (session == null) {
                return;
            }
            session.listen(SessionListener.NOBODY);
            boolean ends = arguments.getTerminateDebuggee() == null ? launched : arguments.getTerminateDebuggee();
            if (ends) {
                session.stop();
            } else if (launched) {
                session.detach();
            }
            launched = false;
        });
    }

    // ---------------------------------------------------------------- breakpoints

    @Override
    public CompletableFuture<SetBreakpointsResponse> setBreakpoints(SetBreakpointsArguments arguments) {
        return answer(() -> {
            SourceBreakpoint[] wanted =
                    arguments.getBreakpoints() == null ? new SourceBreakpoint[0] : arguments.getBreakpoints();
            session();
            SetBreakpointsResponse response = new SetBreakpointsResponse();
            response.setBreakpoints(sources.name(arguments.getSource())
                    .map(source -> placed(source, wanted))
                    .orElseGet(() -> Arrays.stream(wanted)
                            .map(breakpoint -> unplaced("elsewhere"))
                            .toArray(Breakpoint[]::new)));
            return response;
        });
    }

    private Breakpoint[] placed(String source, SourceBreakpoint... wanted) {
        List<org.tickmark.api.host.script.Breakpoint> all = Arrays.stream(wanted)
                .map(breakpoint -> new org.tickmark.api.host.script.Breakpoint(
                        source,
                        breakpoint.getLine() - lineShift,
                        orEmpty(breakpoint.getCondition()),
                        orEmpty(breakpoint.getHitCondition()),
                        orEmpty(breakpoint.getLogMessage())))
                .toList();
        return session.setBreakpoints(source, all).stream().map(this::shown).toArray(Breakpoint[]::new);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private Breakpoint shown(PlacedBreakpoint placed) {
        Breakpoint shown = placed.position().map(this::verified).orElseGet(() -> unplaced("no-statement"));
        shown.setId(placed.number());
        return shown;
    }

    private Breakpoint verified(ScriptPosition position) {
        Breakpoint verified = new Breakpoint();
        verified.setVerified(true);
        verified.setLine(position.line() + lineShift);
        verified.setColumn(position.column() + columnShift);
        verified.setSource(sources.shown(position.source()));
        return verified;
    }

    private Breakpoint unplaced(String why) {
        Breakpoint unplaced = new Breakpoint();
        unplaced.setVerified(false);
        unplaced.setMessage(Texts.message(why).text(caller.locale()));
        return unplaced;
    }

    @Override
    public CompletableFuture<SetExceptionBreakpointsResponse> setExceptionBreakpoints(
            SetExceptionBreakpointsArguments arguments) {
        return answer(() -> {
            session().stopsAtFailure(List.of(arguments.getFilters()).contains(UNCAUGHT));
            return new SetExceptionBreakpointsResponse();
        });
    }

    // ---------------------------------------------------------------- going on

    @Override
    public CompletableFuture<ContinueResponse> continue_(ContinueArguments arguments) {
        return answer(() -> {
            goAfterwards(Step.ON);
            ContinueResponse response = new ContinueResponse();
            response.setAllThreadsContinued(true);
            return response;
        });
    }

    @Override
    public CompletableFuture<Void> next(NextArguments arguments) {
        return done(() -> goAfterwards(Step.OVER));
    }

    @Override
    public CompletableFuture<Void> stepIn(StepInArguments arguments) {
        return done(() -> goAfterwards(Step.INTO));
    }

    @Override
    public CompletableFuture<Void> stepOut(StepOutArguments arguments) {
        return done(() -> goAfterwards(Step.OUT));
    }

    /** A client must hear that its wish is granted before it hears where that led. */
    private void goAfterwards(Step step) {
        LiveSession going = session();
        going.stack();
        afterwards.add(() -> going.go(step));
    }

    @Override
    public CompletableFuture<Void> pause(PauseArguments arguments) {
        return done(() -> session().pause());
    }

    // ---------------------------------------------------------------- looking

    @Override
    public CompletableFuture<ThreadsResponse> threads() {
        return answer(() -> {
            Thread thread = new Thread();
            thread.setId(Events.THREAD);
            thread.setName(session().script());
            ThreadsResponse response = new ThreadsResponse();
            response.setThreads(new Thread[] {thread});
            return response;
        });
    }

    @Override
    public CompletableFuture<StackTraceResponse> stackTrace(StackTraceArguments arguments) {
        return answer(() -> {
            List<ScriptFrame> stack = session().stack();
            int start = arguments.getStartFrame() == null ? 0 : Math.min(arguments.getStartFrame(), stack.size());
            int levels =
                    arguments.getLevels() == null || arguments.getLevels() == 0 ? stack.size() : arguments.getLevels();
            List<StackFrame> frames = new ArrayList<>();
            for (int i = start; i < stack.size() && i - start < levels; i++) {
                frames.add(shown(i, stack.get(i)));
            }
            StackTraceResponse response = new StackTraceResponse();
            response.setStackFrames(frames.toArray(StackFrame[]::new));
            response.setTotalFrames(stack.size());
            return response;
        });
    }

    private StackFrame shown(int index, ScriptFrame frame) {
        StackFrame shown = new StackFrame();
        shown.setId(index + 1);
        shown.setName(frame.function().isEmpty() ? session.script() : frame.function());
        shown.setLine(frame.position().line() + lineShift);
        shown.setColumn(frame.position().column() + columnShift);
        shown.setSource(sources.shown(frame.position().source()));
        return shown;
    }

    @Override
    public CompletableFuture<ScopesResponse> scopes(ScopesArguments arguments) {
        return answer(() -> {
            int frame = arguments.getFrameId() - 1;
            List<ScriptFrame> stack = session().stack();
            if (frame < 0 || frame >= stack.size()) {
                throw Texts.problem("debug.handle", "handle").exception();
            }
            ScopesResponse response = new ScopesResponse();
            response.setScopes(new Scope[] {
                scope("locals", frame, stack.get(frame).variables()), scope("globals", frame, session.globals())
            });
            return response;
        });
    }

    private Scope scope(String id, int frame, List<ScriptVariable> variables) {
        Scope scope = new Scope();
        scope.setName(Texts.message("scope." + id).text(caller.locale()));
        scope.setPresentationHint(id);
        scope.setVariablesReference(handles.add(Optional.of(frame), variables));
        scope.setNamedVariables(variables.size());
        return scope;
    }

    @Override
    public CompletableFuture<VariablesResponse> variables(VariablesArguments arguments) {
        return answer(() -> {
            List<ScriptVariable> all =
                    handles.get(arguments.getVariablesReference()).variables();
            int start = arguments.getStart() == null ? 0 : Math.min(arguments.getStart(), all.size());
            int count = arguments.getCount() == null || arguments.getCount() == 0 ? all.size() : arguments.getCount();
            VariablesResponse response = new VariablesResponse();
            response.setVariables(
                    all.stream().skip(start).limit(count).map(this::shown).toArray(Variable[]::new));
            return response;
        });
    }

    private Variable shown(ScriptVariable variable) {
        Variable shown = new Variable();
        shown.setName(variable.name());
        shown.setType(variable.type());
        shown.setValue(variable.text());
        shown.setVariablesReference(handles.inside(variable));
        return shown;
    }

    @Override
    public CompletableFuture<SetVariableResponse> setVariable(SetVariableArguments arguments) {
        return answer(() -> {
            int frame = handles.get(arguments.getVariablesReference()).frame().orElseThrow(() -> Texts.problem(
                            "debug.inner", "inner")
                    .found(arguments.getName())
                    .exception());
            session().assign(frame, arguments.getName(), arguments.getValue());
            ScriptVariable now = session.evaluate(frame, arguments.getName());
            SetVariableResponse response = new SetVariableResponse();
            response.setValue(now.text());
            response.setType(now.type());
            response.setVariablesReference(handles.inside(now));
            return response;
        });
    }

    @Override
    public CompletableFuture<EvaluateResponse> evaluate(EvaluateArguments arguments) {
        return answer(() -> {
            int frame = arguments.getFrameId() == null ? 0 : arguments.getFrameId() - 1;
            ScriptVariable value = session().evaluate(frame, arguments.getExpression());
            EvaluateResponse response = new EvaluateResponse();
            response.setResult(value.text());
            response.setType(value.type());
            response.setVariablesReference(handles.inside(value));
            return response;
        });
    }

    @Override
    public CompletableFuture<ExceptionInfoResponse> exceptionInfo(ExceptionInfoArguments arguments) {
        return answer(() -> {
            ExceptionInfoResponse response = new ExceptionInfoResponse();
            response.setBreakMode(ExceptionBreakMode.UNHANDLED);
            session().state().end().ifPresent(end -> {
                response.setExceptionId(
                        end.problem().map(found -> found.problem().code()).orElse(""));
                response.setDescription(events.told(end));
            });
            return response;
        });
    }

    @Override
    public CompletableFuture<LoadedSourcesResponse> loadedSources(LoadedSourcesArguments arguments) {
        return answer(() -> {
            session();
            LoadedSourcesResponse response = new LoadedSourcesResponse();
            response.setSources(sources.shown());
            return response;
        });
    }

    @Override
    public CompletableFuture<SourceResponse> source(SourceArguments arguments) {
        return answer(() -> {
            session();
            SourceResponse response = new SourceResponse();
            response.setContent(sources.text(arguments.getSourceReference())
                    .map(ScriptSource::text)
                    .orElseThrow(() -> Texts.problem("debug.handle", "handle").exception()));
            return response;
        });
    }
}

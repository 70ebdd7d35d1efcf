package org.tickmark.script.crmscript.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tickmark.api.Problem;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptEnd;
import org.tickmark.api.script.ScriptEnd.Outcome;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptLimits;
import org.tickmark.api.script.ScriptObserver;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptProblem;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Meter;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Stop;
import org.tickmark.script.crmscript.value.Type;
import org.tickmark.script.crmscript.value.Values;
import org.tickmark.script.crmscript.value.Weighed;

/** One run of a program: its calls and variables, and the loop that runs one instruction after the other. */
public final class Machine implements Run {
    /** How deep built-ins may call functions that call built-ins: each level takes some of the thread's own stack. */
    private static final int DEEPEST_CALLBACK = 20;
    /** What evaluating an expression for a person may use at most. */
    private static final long STEPS_TO_EVALUATE = 1_000_000;

    /** What an entry of a map takes beside its texts. */
    private static final int ENTRY_BYTES = 64;

    private final ScriptCall call;
    private final ScriptObserver observer;
    private final Map<String, String> variables;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final Standing standing = new Standing();
    private final AtomicBoolean pauseAsked = new AtomicBoolean();
    private final Frame globals;
    private final Program program;

    private Meter meter;
    private Random random;
    private Frame top;
    private Object returned;
    private int callbacks;
    private boolean standsBefore;
    private boolean evaluating;
    private Instant wake;
    private ScriptEnd end;

    public Machine(Program program, ScriptCall call) {
        this.program = program;
        this.call = call;
        this.observer = call.observer().orElse(null);
        this.variables = new TreeMap<>(call.parameters());
        this.globals = new Frame(this, globalsOf(program), null);
        this.meter = new Meter(call, this::roots);
        this.top = new Frame(this, program.main(), null);
        this.top.outermost = true;
    }

    /** The variables of the program are kept as those of a call that never runs. */
    private static Function globalsOf(Program program) {
        Function function = new Function("", List.of(), program.main().result());
        function.define(List.of(), List.of(), List.of(), List.of(), program.numbers(), program.objects());
        return function;
    }

    private void roots(Consumer<Object> visitor) {
        for (Object object : globals.objects) {
            visitor.accept(object);
        }
        for (Frame frame = top; frame != null; frame = frame.caller) {
            for (Object object : frame.objects) {
                visitor.accept(object);
            }
        }
        shared.values().forEach(visitor);
        visitor.accept(weighed(variables));
        call.event().ifPresent(event -> {
            visitor.accept(weighed(event.outputs()));
            visitor.accept(weighed(event.state()));
        });
    }

    private static Weighed weighed(Map<String, String> texts) {
        return inner -> {
            texts.keySet().forEach(inner);
            texts.values().forEach(inner);
            return (long) ENTRY_BYTES * texts.size();
        };
    }

    // ---------------------------------------------------------------- running

    /** Carries on until the run ends, pauses or waits. */
    public ScriptState advance() {
        if (end != null) {
            return ScriptState.ended(end);
        }
        if (wake != null && clock().instant().isBefore(wake)) {
            return cancelledOr(ScriptState.waiting(wake));
        }
        wake = null;
        try {
            meter.resume();
            loop();
        } catch (Fault fault) {
            end = new ScriptEnd(Outcome.FAILED, "", Optional.of(failure(fault)));
        } catch (Stop stop) {
            end = ended(stop);
        } catch (StackOverflowError e) {
            end = ended(Stop.limit(Stop.Why.DEPTH, String.valueOf(call.limits().depth())));
        }
        meter.rest();
        return state();
    }

    private ScriptState cancelledOr(ScriptState otherwise) {
        if (call.cancel().isCancelled()) {
            end = ended(Stop.cancelled());
            return ScriptState.ended(end);
        }
        return otherwise;
    }

    private ScriptState state() {
        if (end == null && top == null) {
            end = new ScriptEnd(Outcome.FINISHED, "", Optional.empty());
        }
        if (end != null) {
            return ScriptState.ended(end);
        }
        return wake == null ? ScriptState.PAUSED : ScriptState.waiting(wake);
    }

    /** Runs until the outermost call has ended, or the run pauses or waits. */
    private void loop() {
        boolean observed = observer != null && !evaluating;
        Frame frame = top;
        Instruction[] code = frame.function.code();
        int pc = frame.pc;
        while (true) {
            try {
                while (true) {
                    Instruction instruction = code[pc];
                    if (observed && pausesBefore(instruction, frame)) {
                        frame.pc = pc;
                        return;
                    }
                    begin();
                    int next = instruction.step(frame, pc);
                    if (observed) {
                        tellChanges(instruction, frame);
                    }
                    if (next >= 0) {
                        pc = next;
                        continue;
                    }
                    if (next != Instruction.SWITCHED) {
                        return;
                    }
                    if (observed && top.depth > frame.depth) {
                        tellCall(top);
                    }
                    frame = top;
                    code = frame.function.code();
                    pc = frame.pc;
                }
            } catch (Fault fault) {
                frame.pc = pc;
                frame = catching(frame, fault);
                top = frame;
                code = frame.function.code();
                pc = frame.pc;
            } catch (Stop | StackOverflowError e) {
                frame.pc = pc;
                throw e;
            }
        }
    }

    private void begin() {
        meter.step();
        if (callbacks == 0) {
            meter.mark();
        }
    }

    /** The call that catches a fault, ready to go on; throws it again if none does. */
    private Frame catching(Frame thrower, Fault fault) {
        fault.at(thrower.function.code()[thrower.pc].at());
        for (Frame frame = thrower; frame != null; frame = frame.caller) {
            Function.Handler handler = frame.function.handler(frame == thrower ? frame.pc : frame.pc - 1);
            if (handler != null) {
                frame.objects[handler.error()] = fault.error();
                frame.objects[handler.location()] = fault.at().toString();
                frame.pc = handler.target().target();
                return frame;
            }
            if (frame.outermost) {
                throw fault;
            }
        }
        throw fault;
    }

    Frame enter(Function function, Frame caller) {
        Frame callee = new Frame(this, function, caller);
        meter.depth(callee.depth);
        meter.bytes(callee.bytes());
        return callee;
    }

    void top(Frame frame) {
        top = frame;
    }

    void returned(Object value) {
        returned = value;
    }

    void waitUntil(Instant moment) {
        if (callbacks > 0) {
            throw new Fault(Fault.ACCESS, Texts.text("run.wait-in-callback"));
        }
        wake = moment;
    }

    Frame globals() {
        return globals;
    }

    @Override
    public Object invoke(Callable function, Object... arguments) {
        if (++callbacks > DEEPEST_CALLBACK) {
            throw Stop.limit(Stop.Why.DEPTH, String.valueOf(DEEPEST_CALLBACK));
        }
        Frame saved = top;
        try {
            returned = null;
            top = entered((Function) function, arguments);
            if (observer != null && !evaluating) {
                tellCall(top);
            }
            loop();
            return returned;
        } finally {
            callbacks--;
            top = saved;
        }
    }

    private Frame entered(Function function, Object... arguments) {
        Frame callee = enter(function, top);
        callee.outermost = true;
        Function.Slot[] slots = function.parameterSlots();
        for (int i = 0; i < arguments.length; i++) {
            if (slots[i].isObject()) {
                callee.objects[slots[i].index()] = arguments[i];
            } else {
                callee.numbers[slots[i].index()] = bits(arguments[i]);
            }
        }
        return callee;
    }

    private static long bits(Object boxed) {
        if (boxed instanceof Double real) {
            return Double.doubleToRawLongBits(real);
        }
        if (boxed instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return boxed == null ? Values.NULL : (Long) boxed;
    }

    // ---------------------------------------------------------------- observing

    private boolean pausesBefore(Instruction instruction, Frame frame) {
        if (instruction.stop() < 0) {
            return false;
        }
        if (standsBefore) {
            standsBefore = false;
            return false;
        }
        boolean asked = pauseAsked.get() && pauseAsked.getAndSet(false);
        boolean pauses = observer.statement(instruction.stop(), frame.depth) || asked;
        if (pauses && callbacks > 0) {
            pauseAsked.set(true);
            return false;
        }
        standsBefore = pauses;
        return pauses;
    }

    private void tellChanges(Instruction instruction, Frame frame) {
        for (Variable variable : instruction.touched()) {
            observer.changed(variable.global() ? -1 : frame.depth, standing.of(variable, frame));
        }
    }

    private void tellCall(Frame frame) {
        observer.called(frame.depth);
        for (Variable variable : frame.function.given()) {
            observer.changed(frame.depth, standing.of(variable, frame));
        }
    }

    /** Asks for a pause; any thread. */
    public void pause() {
        pauseAsked.set(true);
    }

    /** The calls it is in, innermost first. */
    public List<ScriptFrame> stack() {
        List<ScriptFrame> stack = new ArrayList<>();
        for (Frame frame = top; frame != null; frame = frame.caller) {
            List<ScriptVariable> views = new ArrayList<>();
            visible(stack.size()).forEach(variable -> views.add(variable.view(frameAt(stack.size()))));
            stack.add(new ScriptFrame(frame.function.name(), position(frame), views));
        }
        return stack;
    }

    private ScriptPosition position(Frame frame) {
        return frame.function.code()[index(frame)].at();
    }

    /** The instruction that a call is at: the top one is before it, or failed at it; the others are behind the one that calls. */
    private int index(Frame frame) {
        return frame == top ? Math.min(frame.pc, frame.function.code().length - 1) : frame.pc - 1;
    }

    private Frame frameAt(int index) {
        Frame frame = top;
        for (int i = 0; i < index; i++) {
            frame = frame.caller;
        }
        return frame;
    }

    /** The variables that are visible in a call of the stack, but those of the whole program. */
    public List<Variable> visible(int index) {
        Frame frame = frameAt(index);
        return frame.function.variables().stream()
                .filter(variable -> variable.isVisible(index(frame)))
                .toList();
    }

    /** How many calls it is in. */
    public int depth() {
        return top == null ? 0 : top.depth + 1;
    }

    public List<ScriptVariable> globalViews() {
        List<ScriptVariable> views = new ArrayList<>();
        program.globals().forEach(variable -> views.add(variable.view(globals)));
        return views;
    }

    /**
     * Evaluates an expression that was compiled for a call of the stack, as a function of what is visible there. It has an allowance of its own.
     *
     * @throws Fault if it fails, also by a limit
     */
    public Object evaluate(Function expression, int index, List<Variable> parameters) {
        Frame frame = frameAt(index);
        Object[] arguments = parameters.stream()
                .map(variable -> variable.cell().load(variable.type()).boxed(frame))
                .toArray();
        Meter saved = meter;
        meter = new Meter(allowance(), this::roots);
        evaluating = true;
        try {
            return invoke(expression, arguments);
        } catch (Stop | StackOverflowError e) {
            throw new Fault(Fault.ACCESS, Texts.text("run.evaluate-limit"));
        } finally {
            evaluating = false;
            meter = saved;
        }
    }

    private ScriptCall allowance() {
        ScriptLimits limits = call.limits();
        return ScriptCall.by(call.caller(), call.clock(), call.output())
                .limits(new ScriptLimits(
                        STEPS_TO_EVALUATE, limits.time(), limits.memory() * 2, limits.output(), limits.depth() + 1))
                .build();
    }

    /** A value under a name. */
    public ScriptVariable view(String name, Type type, Object value) {
        return new View(name, type, value);
    }

    /** Gives a variable that is visible in a call of the stack a boxed value of its type. */
    public void assign(int index, Variable variable, Object value) {
        variable.cell()
                .store(variable.type(), Literal.of(variable.type(), value))
                .run(frameAt(index));
    }

    // ---------------------------------------------------------------- how it ends

    private ScriptProblem failure(Fault fault) {
        Problem problem = Problem.error("script." + fault.kind(), Texts.text("run.failed", fault.text()))
                .where(fault.at().toString())
                .build();
        return new ScriptProblem(fault.at(), problem);
    }

    private ScriptEnd ended(Stop stop) {
        return switch (stop.why()) {
            case EXIT -> new ScriptEnd(Outcome.EXITED, stop.text(), Optional.empty());
            case CANCELLED -> new ScriptEnd(Outcome.CANCELLED, "", Optional.empty());
            default -> new ScriptEnd(Outcome.LIMIT, "", Optional.of(limitReached(stop)));
        };
    }

    private ScriptProblem limitReached(Stop stop) {
        ScriptPosition at = position(top);
        String id = "run.limit." + stop.why();
        return new ScriptProblem(
                at,
                Problem.error("script.limit", Texts.text(id))
                        .where(at.toString())
                        .expected("≤ " + stop.text())
                        .advice(Texts.text(id + ".advice"))
                        .build());
    }

    // ---------------------------------------------------------------- what the library sees

    @Override
    public ScriptCall call() {
        return call;
    }

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public Random random() {
        if (random == null) {
            random = new Random(call.seed());
        }
        return random;
    }

    @Override
    public void print(String text) {
        meter.written(text.length());
        call.output().print(text);
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(type, key -> maker.get()));
    }
}

package org.tickmark.script.crmscript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.script.ScriptCall;
import org.tickmark.api.script.ScriptFrame;
import org.tickmark.api.script.ScriptRun;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.api.script.ScriptState;
import org.tickmark.api.script.ScriptUsage;
import org.tickmark.api.script.ScriptVariable;
import org.tickmark.script.crmscript.compile.Compiler.Compiled;
import org.tickmark.script.crmscript.problem.Findings;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Machine;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Type;

/** One run, as its host sees it. */
final class CrmRun implements ScriptRun {
    private static final String EXPRESSION = "expression";

    private final Compiled compiled;
    private final Machine machine;
    private final ScriptCall call;

    CrmRun(Compiled compiled, ScriptCall call) {
        this.compiled = compiled;
        this.machine = new Machine(compiled.program(), call);
        this.call = call;
    }

    @Override
    public ScriptState advance() {
        return machine.advance();
    }

    @Override
    public void pause() {
        machine.pause();
    }

    @Override
    public List<ScriptFrame> stack() {
        return machine.stack();
    }

    @Override
    public List<ScriptVariable> globals() {
        return machine.globalViews();
    }

    @Override
    public ScriptVariable evaluate(int frame, String expression) {
        List<Variable> visible = visible(frame);
        Function function = compiled(expression, visible, Optional.empty());
        return machine.view(expression, function.result(), value(function, frame, visible));
    }

    @Override
    public void assign(int frame, String variable, String expression) {
        List<Variable> visible = visible(frame);
        List<Variable> named = new ArrayList<>(compiled.program().globals());
        named.addAll(visible);
        Variable target = named.stream()
                .filter(known -> known.name().equals(variable))
                .reduce((outer, inner) -> inner)
                .orElseThrow(() -> problem("evaluate.variable").found(variable).exception());
        Function function = compiled(expression, visible, Optional.of(target.type()));
        machine.assign(frame, target, value(function, frame, visible));
    }

    private static Problem.Builder problem(String id) {
        return Problem.error("script." + id, Texts.text(id));
    }

    /** What is visible in a call, each name once: the innermost. */
    private List<Variable> visible(int frame) {
        Objects.checkIndex(frame, machine.depth());
        Map<String, Variable> byName = new LinkedHashMap<>();
        machine.visible(frame).forEach(variable -> byName.put(variable.name(), variable));
        return List.copyOf(byName.values());
    }

    private Function compiled(String expression, List<Variable> visible, Optional<Type> demanded) {
        Findings findings = new Findings();
        ScriptSource source = new ScriptSource(EXPRESSION, expression);
        return compiled.compiler()
                .expression(source, visible, demanded, findings)
                .filter(function -> !findings.any())
                .orElseThrow(
                        () -> new TickmarkException(findings.inOrder().get(0).problem()));
    }

    private Object value(Function function, int frame, List<Variable> visible) {
        try {
            return machine.evaluate(function, frame, visible);
        } catch (Fault fault) {
            throw problem("evaluate.failed").found(fault.error()).exception();
        }
    }

    /** Parameters that were changed, and variables that were added. */
    @Override
    public Map<String, String> results() {
        Map<String, String> results = new LinkedHashMap<>(machine.variables());
        results.entrySet().removeAll(call.parameters().entrySet());
        return results;
    }

    @Override
    public ScriptUsage usage() {
        return machine.meter().usage();
    }
}

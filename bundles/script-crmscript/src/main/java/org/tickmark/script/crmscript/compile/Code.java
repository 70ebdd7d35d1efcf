package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.run.Cell;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Instruction;
import org.tickmark.script.crmscript.run.Instruction.Label;
import org.tickmark.script.crmscript.run.Literal;
import org.tickmark.script.crmscript.run.Node;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Storage;
import org.tickmark.script.crmscript.value.Type;

/** The code of one function while it is compiled. */
final class Code {
    /** What is visible from one label to another. */
    private record Named(Variable variable, Label from, Label to) {}

    private final List<ScriptPosition> stops;
    /** Instructions, and labels between them. */
    private final List<Instruction> instructions = new ArrayList<>();

    private final List<Function.Handler> handlers = new ArrayList<>();
    private final List<Function.Slot> parameters = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final List<Variable> touched = new ArrayList<>();

    private int numbers;
    private int objects;
    private ScriptPosition at;
    private ScriptPosition stop;

    /**
     * Code without instructions.
     *
     * @param stops the places at which the program can pause, which this adds to
     * @param at where it begins
     */
    Code(List<ScriptPosition> stops, ScriptPosition at) {
        this.stops = stops;
        this.at = at;
    }

    /** A slot of its own for values of a type. */
    int slot(Type type) {
        return type.storage() == Storage.OBJECT ? objects++ : numbers++;
    }

    /** A slot that takes an argument. */
    int parameter(Type type) {
        int slot = slot(type);
        parameters.add(Function.Slot.of(type, slot));
        return slot;
    }

    /** The next instruction begins a statement. */
    void statement(ScriptPosition position) {
        at = position;
        stop = position;
    }

    /** How many instructions there are: a mark, to see later whether there are more. */
    int size() {
        return instructions.size();
    }

    void emit(Instruction instruction) {
        insertAt(instructions.size(), instruction);
    }

    /** Evaluates an expression at a mark, before what was emitted since. */
    Node keepAt(int mark, Type type, Node value) {
        Cell temporary = Cell.local(slot(type));
        insertAt(mark, Instruction.evaluate(temporary.store(type, value)));
        return temporary.load(type);
    }

    /** Puts an instruction before what was emitted since a mark; if that begins the statement, this begins it now. */
    void insertAt(int index, Instruction instruction) {
        instruction.at(at);
        if (index < instructions.size() && instructions.get(index).stop() >= 0) {
            instruction.stop(instructions.get(index).stop());
            instructions.get(index).stop(-1);
        }
        if (stop != null) {
            instruction.stop(stops.size());
            stops.add(stop);
            stop = null;
        }
        instruction.touched(touched);
        touched.clear();
        instructions.add(index, instruction);
    }

    /** The next instruction gives a variable, or something inside it, a value. */
    void touch(Variable variable) {
        if (!touched.contains(variable)) {
            touched.add(variable);
        }
    }

    /** Puts a label behind the last instruction. */
    void bind(Label label) {
        instructions.add(label);
    }

    Label here() {
        Label label = new Label();
        bind(label);
        return label;
    }

    /** A variable has a name from one label to another. */
    void name(Variable variable, Label from, Label to) {
        named.add(new Named(variable, from, to));
    }

    void handler(Function.Handler handler) {
        handlers.add(handler);
    }

    /** Ends the code, and gives it to the function. */
    void finish(Function function) {
        emit(result(function.result()));
        List<Instruction> code = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction instanceof Label label) {
                label.target(code.size());
            } else {
                code.add(instruction);
            }
        }
        List<Variable> variables = named.stream()
                .map(name ->
                        name.variable().visible(name.from().target(), name.to().target() + 1))
                .toList();
        function.define(code, handlers, variables, parameters, numbers, objects);
    }

    /** What a function returns that comes to its end. */
    private static Instruction result(Type type) {
        return type == Simple.VOID ? Instruction.returning() : Instruction.returning(type, Literal.initial(type));
    }
}

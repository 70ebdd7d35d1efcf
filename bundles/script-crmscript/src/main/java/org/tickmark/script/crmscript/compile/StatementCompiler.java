package org.tickmark.script.crmscript.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.run.Arithmetic;
import org.tickmark.script.crmscript.run.ArrayNodes;
import org.tickmark.script.crmscript.run.Cell;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Instruction;
import org.tickmark.script.crmscript.run.Instruction.Label;
import org.tickmark.script.crmscript.run.Literal;
import org.tickmark.script.crmscript.run.Logic;
import org.tickmark.script.crmscript.run.NativeCall;
import org.tickmark.script.crmscript.run.Node;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.syntax.Expression;
import org.tickmark.script.crmscript.syntax.Statement;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/** Compiles the statements of one function, or of the script itself. */
final class StatementCompiler extends ExpressionCompiler {
    private record Loop(Label next, Label end) {}

    private final Compiler program;
    private final Type result;
    private final Deque<Loop> loops = new ArrayDeque<>();

    StatementCompiler(Compiler program, Code code, Scope scope, Type result) {
        super(program.symbols(), code, scope);
        this.program = program;
        this.result = result;
    }

    /** Compiles statements one after the other; one that is wrong is told and left out. */
    void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            try {
                statement(statement);
            } catch (Symbols.CompileException e) {
                // It is told; what follows may be right.
            }
        }
    }

    private void statement(Statement statement) {
        code.statement(statement.at());
        if (statement instanceof Statement.Block block) {
            block(block);
        } else if (statement instanceof Statement.Declare declare) {
            declare(declare);
        } else if (statement instanceof Statement.Evaluate evaluate) {
            code.emit(Instruction.evaluate(compile(evaluate.expression()).node()));
        } else if (statement instanceof Statement.If choice) {
            choice(choice);
        } else if (statement instanceof Statement.While loop) {
            loop(loop.at(), Optional.of(loop.condition()), Optional.empty(), loop.body());
        } else if (statement instanceof Statement.For loop) {
            inScope(() -> {
                loop.first().ifPresent(this::statement);
                loop(loop.at(), loop.condition(), loop.step(), loop.body());
            });
        } else if (statement instanceof Statement.Foreach loop) {
            inScope(() -> foreach(loop));
        } else if (statement instanceof Statement.Break || statement instanceof Statement.Continue) {
            leaveLoop(statement);
        } else if (statement instanceof Statement.Return back) {
            back(back);
        } else if (statement instanceof Statement.Throw thrown) {
            code.emit(Instruction.throwing(value(thrown.value(), Simple.STRING)));
        } else if (statement instanceof Statement.Try guarded) {
            guarded(guarded);
        } else if (statement instanceof Statement.Text text) {
            print(Literal.of(Simple.STRING, text.text()));
        } else if (statement instanceof Statement.Variable variable) {
            print(call("getParserVariable", Literal.of(Simple.STRING, variable.name())));
        } else {
            outermost(statement);
        }
    }

    /** What may stand in no block. */
    private void outermost(Statement statement) {
        if (scope() != symbols.globals) {
            throw symbols.error(statement.at(), "declaration.inside", "", "");
        }
        if (statement instanceof Statement.Function function) {
            program.function(function);
        } else if (statement instanceof Statement.Struct struct) {
            program.struct(struct);
        } else if (statement instanceof Statement.Include include) {
            program.include(include, this);
        } else {
            level((Statement.Level) statement);
        }
    }

    private void level(Statement.Level level) {
        if (level.level() < 2 || level.level() > 4) {
            throw symbols.error(level.at(), "level", String.valueOf(level.level()), "2, 3, 4");
        }
        if (level.level() == 4 && !scope().has("ed")) {
            Type type = symbols.library.type("EventData").orElseThrow();
            Variable variable = declared("ed", type, level.at());
            code.emit(Instruction.evaluate(variable(variable).cell().store(type, call("getEventData"))));
        }
    }

    private Node call(String function, Node... arguments) {
        return NativeCall.of(
                symbols.library.functions(function).get(0).code(),
                symbols.library.functions(function).get(0).result(),
                List.of(arguments));
    }

    private void print(Node text) {
        code.emit(Instruction.evaluate(call("print", text)));
    }

    // ---------------------------------------------------------------- scopes and variables

    private void inScope(Runnable statements) {
        Scope around = scope();
        Scope inner = new Scope(around);
        scope(inner);
        try {
            statements.run();
        } finally {
            scope(around);
            close(inner);
        }
    }

    /** The variables of a block are visible up to here. */
    void close(Scope block) {
        Label end = code.here();
        for (Map.Entry<Variable, Label> variable : block.own().entrySet()) {
            code.name(variable.getKey(), variable.getValue(), end);
        }
    }

    private void block(Statement.Block block) {
        inScope(() -> statements(block.statements()));
    }

    /** A body has a scope of its own, also without braces. */
    private void body(Statement body) {
        inScope(() -> statements(List.of(body)));
    }

    /** Declares a variable in the scope that is open. */
    Variable declared(String name, Type type, ScriptPosition at) {
        if (Names.isReserved(name) || symbols.library.type(name).isPresent()) {
            throw symbols.error(at, "name.reserved", name, "");
        }
        if (scope().has(name)) {
            throw symbols.error(at, "name.taken", name, "");
        }
        boolean global = scope() == symbols.globals;
        Variable variable =
                new Variable(name, type, global ? symbols.slot(type) : code.slot(type), global, 0, Integer.MAX_VALUE);
        scope().add(variable, code.here());
        return variable;
    }

    private void declare(Statement.Declare declare) {
        Type type = symbols.type(declare.type());
        List<Expression> sizes = sizes(declare);
        Node initial;
        try {
            initial = declare.value().isPresent()
                    ? value(declare.value().get(), type)
                    : sizes.isEmpty() ? Literal.initial(type) : sized((ArrayType) type, sizes);
        } catch (Symbols.CompileException e) {
            declared(declare.name(), type, declare.nameAt());
            throw e;
        }
        Variable variable = declared(declare.name(), type, declare.nameAt());
        code.touch(variable);
        code.emit(Instruction.evaluate(variable(variable).cell().store(type, initial)));
    }

    private List<Expression> sizes(Statement.Declare declare) {
        List<Expression> sizes = new ArrayList<>();
        boolean open = false;
        for (Optional<Expression> dimension : declare.type().dimensions()) {
            if (dimension.isPresent() && open) {
                throw symbols.error(declare.type().at(), "array.size", "", "T[n][]");
            }
            dimension.ifPresent(sizes::add);
            open = dimension.isEmpty();
        }
        return sizes;
    }

    private Node sized(ArrayType type, List<Expression> sizes) {
        List<Typed> lengths = values(sizes);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < lengths.size(); i++) {
            nodes.add(converted(lengths.get(i), Simple.INTEGER, sizes.get(i).at()));
        }
        return ArrayNodes.sized(type, nodes);
    }

    // ---------------------------------------------------------------- control flow

    private void choice(Statement.If choice) {
        Label end = new Label();
        for (Statement.Branch branch : choice.branches()) {
            code.statement(branch.at());
            Label otherwise = new Label();
            code.emit(Instruction.jumpIf(value(branch.condition(), Simple.BOOL), false, otherwise));
            body(branch.body());
            code.emit(Instruction.jump(end));
            code.bind(otherwise);
        }
        choice.otherwise().ifPresent(this::body);
        code.bind(end);
    }

    private void loop(ScriptPosition at, Optional<Expression> condition, Optional<Expression> step, Statement body) {
        Label head = new Label();
        Label begin = new Label();
        Loop loop = new Loop(new Label(), new Label());
        code.emit(Instruction.jump(head));
        code.bind(begin);
        inLoop(loop, body);
        code.bind(loop.next());
        step.ifPresent(expression -> {
            code.statement(at);
            code.emit(Instruction.evaluate(compile(expression).node()));
        });
        code.bind(head);
        code.statement(at);
        if (condition.isPresent()) {
            code.emit(Instruction.jumpIf(value(condition.get(), Simple.BOOL), true, begin));
        } else {
            code.emit(Instruction.jump(begin));
        }
        code.bind(loop.end());
    }

    private void inLoop(Loop loop, Statement body) {
        loops.push(loop);
        body(body);
        loops.pop();
    }

    private void foreach(Statement.Foreach foreach) {
        Typed array = value(foreach.array());
        Type type = symbols.type(foreach.type());
        if (!(array.type() instanceof ArrayType arrayType)) {
            throw symbols.error(
                    foreach.array().at(), "index.array", array.type().word(), type.word() + "[]");
        }
        Cell kept = Cell.local(code.slot(arrayType));
        Cell index = Cell.local(code.slot(Simple.INTEGER));
        code.emit(Instruction.evaluate(kept.store(arrayType, array.node())));
        code.emit(Instruction.evaluate(index.store(Simple.INTEGER, Literal.of(Simple.INTEGER, 0L))));
        Variable variable = declared(foreach.name(), type, foreach.at());
        Node position = index.load(Simple.INTEGER);
        Loop loop = new Loop(new Label(), new Label());
        Label head = code.here();
        code.statement(foreach.at());
        code.emit(Instruction.jumpIf(
                Logic.whole("<", position, ArrayNodes.length(kept.load(arrayType))), false, loop.end()));
        Typed element = Typed.value(
                arrayType.element(),
                Cell.element(kept.load(arrayType), position).load(arrayType.element()));
        code.touch(variable);
        code.emit(Instruction.evaluate(variable(variable)
                .cell()
                .store(type, converted(element, type, foreach.type().at()))));
        inLoop(loop, foreach.body());
        code.bind(loop.next());
        Node after = Arithmetic.whole("+", position, Literal.of(Simple.INTEGER, 1L), false);
        code.emit(Instruction.evaluate(index.store(Simple.INTEGER, after)));
        code.emit(Instruction.jump(head));
        code.bind(loop.end());
    }

    private void leaveLoop(Statement statement) {
        if (loops.isEmpty()) {
            throw symbols.error(statement.at(), "loop.outside", "", "");
        }
        Loop loop = loops.peek();
        code.emit(Instruction.jump(statement instanceof Statement.Break ? loop.end() : loop.next()));
    }

    private void back(Statement.Return back) {
        if (result == Simple.VOID) {
            if (back.value().isPresent()) {
                throw symbols.error(back.value().get().at(), "return.value", "", "");
            }
            code.emit(Instruction.returning());
            return;
        }
        Expression value =
                back.value().orElseThrow(() -> symbols.error(back.at(), "type.mismatch", "return;", result.word()));
        code.emit(Instruction.returning(result, value(value, result)));
    }

    private void guarded(Statement.Try guarded) {
        Label end = new Label();
        Label from = code.here();
        block(guarded.body());
        Label to = code.here();
        code.emit(Instruction.jump(end));
        Label target = code.here();
        inScope(() -> {
            Variable error = declared("error", Simple.STRING, guarded.handler().at());
            Variable location =
                    declared("errorLocation", Simple.STRING, guarded.handler().at());
            code.handler(new Function.Handler(from, to, target, error.slot(), location.slot()));
            statements(guarded.handler().statements());
        });
        code.bind(end);
    }

    /** Declares the parameters of a function, and for a method the value. */
    void parameters(Optional<StructType> self, List<Statement.Parameter> parameters, List<Type> types) {
        self.ifPresent(struct -> parameter(THIS, struct));
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Parameter parameter = parameters.get(i);
            if (scope().has(parameter.name())) {
                throw symbols.error(parameter.at(), "name.taken", parameter.name(), "");
            }
            if (Names.isReserved(parameter.name())
                    || symbols.library.type(parameter.name()).isPresent()) {
                throw symbols.error(parameter.at(), "name.reserved", parameter.name(), "");
            }
            parameter(parameter.name(), types.get(i));
        }
    }

    private void parameter(String name, Type type) {
        scope().add(new Variable(name, type, code.parameter(type), false, 0, Integer.MAX_VALUE), code.here());
    }
}

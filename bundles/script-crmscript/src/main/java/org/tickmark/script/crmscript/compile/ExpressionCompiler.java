package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.run.Arithmetic;
import org.tickmark.script.crmscript.run.Cell;
import org.tickmark.script.crmscript.run.Convert;
import org.tickmark.script.crmscript.run.Instruction;
import org.tickmark.script.crmscript.run.Instruction.Label;
import org.tickmark.script.crmscript.run.Literal;
import org.tickmark.script.crmscript.run.Logic;
import org.tickmark.script.crmscript.run.Node;
import org.tickmark.script.crmscript.run.Step;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.syntax.Expression;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/**
 * Compiles expressions: checks their types and makes {@link Node}s of them.
 *
 * <p>Operands are evaluated from left to right. A node evaluates its operands when it is evaluated itself; a call of a function of the
 * script is an instruction before that, whose result waits in a temporary variable. So what stands to the left of such a call has to be
 * evaluated before it, into a temporary variable as well: {@link #inOrder}.
 */
class ExpressionCompiler {
    static final String THIS = "this";

    final Symbols symbols;
    final Code code;
    private final CallCompiler calls;
    private Scope scope;

    ExpressionCompiler(Symbols symbols, Code code, Scope scope) {
        this.symbols = symbols;
        this.code = code;
        this.scope = scope;
        this.calls = new CallCompiler(this);
    }

    final Scope scope() {
        return scope;
    }

    final void scope(Scope visible) {
        scope = visible;
    }

    /** Compiles an expression that has a value. */
    final Typed value(Expression expression) {
        Typed typed = compile(expression);
        if (typed.type() == Simple.VOID) {
            throw symbols.error(expression.at(), "value.none", "", "");
        }
        return typed;
    }

    /** Compiles an expression where a value of a type is demanded. */
    final Node value(Expression expression, Type demanded) {
        return converted(value(expression), demanded, expression.at());
    }

    final Node converted(Typed typed, Type demanded, ScriptPosition at) {
        if (!typed.type().fits(demanded)) {
            throw symbols.error(at, "type.mismatch", typed.type().word(), demanded.word());
        }
        return Convert.to(demanded, typed.type(), typed.node());
    }

    /** Compiles operands so that each is evaluated before those behind it. */
    final List<Typed> inOrder(List<Supplier<Typed>> operands) {
        List<Typed> done = new ArrayList<>();
        for (Supplier<Typed> operand : operands) {
            int mark = code.size();
            Typed typed = operand.get();
            int added = code.size() - mark;
            for (int i = 0; added > 0 && i < done.size(); i++) {
                Typed before = done.get(i);
                if (!before.node().isConstant()) {
                    int size = code.size();
                    done.set(i, Typed.value(before.type(), code.keepAt(mark, before.type(), before.node())));
                    mark += code.size() - size;
                }
            }
            done.add(typed);
        }
        return done;
    }

    final List<Typed> values(List<Expression> expressions) {
        List<Supplier<Typed>> operands = new ArrayList<>();
        expressions.forEach(expression -> operands.add(() -> value(expression)));
        return inOrder(operands);
    }

    final Typed compile(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.This self) {
            return variable(scope.find(THIS).orElseThrow(() -> symbols.error(self.at(), "this.outside", "this", "")));
        }
        if (expression instanceof Expression.Member member) {
            return member(member, value(member.target()));
        }
        if (expression instanceof Expression.Index index) {
            List<Typed> operands = inOrder(List.of(() -> value(index.target()), () -> value(index.index())));
            return element(index, operands.get(0), operands.get(1));
        }
        if (expression instanceof Expression.Call call) {
            return calls.function(call);
        }
        if (expression instanceof Expression.MethodCall call) {
            return calls.method(call);
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Expression.Assign assign) {
            return assign(assign);
        }
        return step((Expression.Step) expression);
    }

    // ---------------------------------------------------------------- values and places

    private static Typed literal(Expression.Literal literal) {
        Type type =
                switch (literal.kind()) {
                    case INTEGER -> Simple.INTEGER;
                    case LONG -> Simple.LONG;
                    case FLOAT -> Simple.FLOAT;
                    case STRING -> Simple.STRING;
                    case BOOL -> Simple.BOOL;
                };
        return Typed.value(type, Literal.of(type, literal.value()));
    }

    private Typed name(Expression.Name name) {
        return scope.find(name.name()).map(ExpressionCompiler::variable).orElseGet(() -> predefined(name));
    }

    /** What a library finds out with about where it is. */
    private Typed predefined(Expression.Name name) {
        return switch (name.name()) {
            case "developmentMode" -> Typed.value(Simple.BOOL, Literal.of(Simple.BOOL, false));
            case "includeId" ->
                Typed.value(Simple.STRING, Literal.of(Simple.STRING, name.at().source()));
            default -> throw symbols.error(name.at(), "name.unknown", name.name(), "");
        };
    }

    static Typed variable(Variable variable) {
        Cell cell = variable.global() ? Cell.global(variable.slot()) : Cell.local(variable.slot());
        return Typed.place(variable.type(), cell, variable);
    }

    private Typed member(Expression.Member member, Typed target) {
        if (!(target.type() instanceof StructType struct)) {
            throw symbols.error(member.at(), "member.unknown", target.type().word() + "." + member.name(), "");
        }
        StructType.Field field = struct.field(member.name())
                .orElseThrow(() -> symbols.error(
                        member.at(),
                        "member.unknown",
                        struct.word() + "." + member.name(),
                        String.join(
                                ", ",
                                struct.fields().stream()
                                        .map(StructType.Field::name)
                                        .toList())));
        return Typed.place(field.type(), Cell.field(target.node(), field.slot()), target.root());
    }

    private Typed element(Expression.Index index, Typed target, Typed position) {
        if (!(target.type() instanceof ArrayType array)) {
            throw symbols.error(index.at(), "index.array", target.type().word(), "T[]");
        }
        if (position.type() == Simple.FLOAT || !position.type().isNumeric()) {
            throw symbols.error(
                    index.index().at(), "type.mismatch", position.type().word(), "Integer");
        }
        return Typed.place(array.element(), Cell.element(target.node(), position.node()), target.root());
    }

    /** Compiles a place that is read and then written: what it is inside of is evaluated once. */
    final Typed stablePlace(Expression target) {
        if (target instanceof Expression.Member member) {
            return member(member, kept(value(member.target())));
        }
        if (target instanceof Expression.Index index) {
            List<Typed> operands = inOrder(List.of(() -> value(index.target()), () -> value(index.index())));
            return element(index, kept(operands.get(0)), kept(operands.get(1)));
        }
        return compile(target);
    }

    private Typed kept(Typed typed) {
        if (typed.node().isConstant()) {
            return typed;
        }
        Node kept = code.keepAt(code.size(), typed.type(), typed.node());
        return new Typed(typed.type(), kept, null, typed.root());
    }

    // ---------------------------------------------------------------- assignments

    private Typed assign(Expression.Assign assign) {
        return assign.operator().equals("=") ? assignment(assign) : compound(assign);
    }

    /** The value is evaluated before the place. */
    private Typed assignment(Expression.Assign assign) {
        List<Typed> operands = inOrder(List.of(() -> value(assign.value()), () -> compile(assign.target())));
        Typed place = checkedPlace(operands.get(1), assign.target());
        Node value = converted(operands.get(0), place.type(), assign.value().at());
        return stored(place, value);
    }

    /** The place is evaluated before the value. */
    private Typed compound(Expression.Assign assign) {
        Typed place = checkedPlace(stablePlace(assign.target()), assign.target());
        List<Typed> operands =
                inOrder(List.of(() -> Typed.value(place.type(), place.node()), () -> value(assign.value())));
        String operator = assign.operator().substring(0, 1);
        Typed result = operation(assign.at(), operator, operands.get(0), operands.get(1));
        return stored(place, converted(result, place.type(), assign.at()));
    }

    private Typed stored(Typed place, Node value) {
        touch(place);
        return Typed.value(place.type(), place.cell().store(place.type(), value));
    }

    final void touch(Typed place) {
        if (place.root() != null) {
            code.touch(place.root());
        }
    }

    final Typed checkedPlace(Typed place, Expression target) {
        if (place.cell() == null || target instanceof Expression.This) {
            throw symbols.error(target.at(), "assign.target", "", "");
        }
        return place;
    }

    private Typed step(Expression.Step step) {
        Typed place = checkedPlace(stablePlace(step.target()), step.target());
        if (place.type() != Simple.INTEGER && place.type() != Simple.LONG) {
            throw symbols.error(step.at(), "type.mismatch", place.type().word(), "Integer, Long");
        }
        touch(place);
        return Typed.value(
                place.type(), new Step(place.cell(), step.up() ? 1 : -1, step.before(), place.type() == Simple.LONG));
    }

    // ---------------------------------------------------------------- operators

    private Typed unary(Expression.Unary unary) {
        Typed operand = value(unary.operand());
        Type type = operand.type();
        if (unary.operator().equals("!")) {
            return Typed.value(
                    Simple.BOOL,
                    Logic.not(converted(operand, Simple.BOOL, unary.operand().at())));
        }
        if (!type.isNumeric()) {
            throw symbols.error(unary.at(), "operator.types", "-" + type.word(), "Integer, Long, Float");
        }
        return type == Simple.FLOAT
                ? Typed.value(type, Arithmetic.negativeReal(operand.node()))
                : Typed.value(
                        type == Simple.BYTE ? Simple.INTEGER : type,
                        Arithmetic.negative(operand.node(), type == Simple.LONG));
    }

    private Typed binary(Expression.Binary binary) {
        if (binary.operator().equals("&&") || binary.operator().equals("||")) {
            return shortCircuit(binary);
        }
        List<Typed> operands = inOrder(List.of(() -> value(binary.left()), () -> value(binary.right())));
        return operation(binary.at(), binary.operator(), operands.get(0), operands.get(1));
    }

    /** The right side is evaluated only if the left one does not decide. */
    private Typed shortCircuit(Expression.Binary binary) {
        boolean and = binary.operator().equals("&&");
        Node left = value(binary.left(), Simple.BOOL);
        int mark = code.size();
        Node right = value(binary.right(), Simple.BOOL);
        if (code.size() == mark) {
            return Typed.value(Simple.BOOL, and ? Logic.and(left, right) : Logic.or(left, right));
        }
        Cell result = Cell.local(code.slot(Simple.BOOL));
        Label decided = new Label();
        code.insertAt(mark, Instruction.evaluate(result.store(Simple.BOOL, left)));
        code.insertAt(mark + 1, Instruction.jumpIf(result.load(Simple.BOOL), !and, decided));
        code.emit(Instruction.evaluate(result.store(Simple.BOOL, right)));
        code.bind(decided);
        return Typed.value(Simple.BOOL, result.load(Simple.BOOL));
    }

    private Typed operation(ScriptPosition at, String operator, Typed left, Typed right) {
        boolean compares = "== != < > <= >=".contains(operator);
        if (left.type().isNumeric() && right.type().isNumeric()) {
            return compares ? compareNumbers(operator, left, right) : calculate(at, operator, left, right);
        }
        if (left.type() == right.type() && left.type() instanceof Simple type) {
            Node first = left.node();
            Node second = right.node();
            if (type == Simple.STRING && operator.equals("+")) {
                return Typed.value(type, Arithmetic.join(first, second));
            }
            if (type == Simple.STRING && compares) {
                return Typed.value(Simple.BOOL, Logic.text(operator, first, second));
            }
            if (type == Simple.BOOL && (operator.equals("==") || operator.equals("!="))) {
                return Typed.value(Simple.BOOL, Logic.flags(operator, first, second));
            }
            if (compares && type.isTemporal()) {
                return Typed.value(Simple.BOOL, Logic.moment(operator, first, second));
            }
        }
        throw symbols.error(
                at,
                "operator.types",
                left.type().word() + " " + operator + " " + right.type().word(),
                "");
    }

    private static Typed compareNumbers(String operator, Typed left, Typed right) {
        Node node = left.type() == Simple.FLOAT || right.type() == Simple.FLOAT
                ? Logic.real(operator, real(left), real(right))
                : Logic.whole(operator, left.node(), right.node());
        return Typed.value(Simple.BOOL, node);
    }

    private Typed calculate(ScriptPosition at, String operator, Typed left, Typed right) {
        if (!"+-*/%".contains(operator)) {
            throw symbols.error(
                    at,
                    "operator.types",
                    left.type().word() + " " + operator + " " + right.type().word(),
                    "");
        }
        if (left.type() == Simple.FLOAT || right.type() == Simple.FLOAT) {
            return Typed.value(Simple.FLOAT, Arithmetic.real(operator, real(left), real(right)));
        }
        boolean wide = left.type() == Simple.LONG || right.type() == Simple.LONG;
        return Typed.value(
                wide ? Simple.LONG : Simple.INTEGER, Arithmetic.whole(operator, left.node(), right.node(), wide));
    }

    private static Node real(Typed typed) {
        return Convert.to(Simple.FLOAT, typed.type(), typed.node());
    }
}

package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tickmark.api.script.GrantedObject;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.library.ArrayLibrary;
import org.tickmark.script.crmscript.library.Granted;
import org.tickmark.script.crmscript.library.GrantedFunctions;
import org.tickmark.script.crmscript.run.ArrayNodes;
import org.tickmark.script.crmscript.run.Cell;
import org.tickmark.script.crmscript.run.Convert;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Instruction;
import org.tickmark.script.crmscript.run.Literal;
import org.tickmark.script.crmscript.run.NativeCall;
import org.tickmark.script.crmscript.run.Node;
import org.tickmark.script.crmscript.syntax.Expression;
import org.tickmark.script.crmscript.value.ArrayType;
import org.tickmark.script.crmscript.value.Builtin;
import org.tickmark.script.crmscript.value.Callable;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/** Compiles calls: of functions and methods of the script, of the library, and of granted objects. */
final class CallCompiler {
    private final ExpressionCompiler expressions;
    private final Symbols symbols;
    private final Code code;

    CallCompiler(ExpressionCompiler expressions) {
        this.expressions = expressions;
        this.symbols = expressions.symbols;
        this.code = expressions.code;
    }

    // ---------------------------------------------------------------- functions

    Typed function(Expression.Call call) {
        List<Typed> arguments = expressions.values(call.arguments());
        if (call.name().equals("sleep") && arguments.size() == 1) {
            code.emit(Instruction.sleep(expressions.converted(
                    arguments.get(0), Simple.INTEGER, call.arguments().get(0).at())));
            return nothing();
        }
        List<Callable> candidates = new ArrayList<>(symbols.functions(call.name()));
        candidates.addAll(symbols.library.functions(call.name()));
        if (candidates.isEmpty() && GrantedFunctions.names().contains(call.name())) {
            GrantedObject object = symbols.granted(GrantedFunctions.OBJECT).orElseThrow(() -> ungranted(call));
            candidates.addAll(GrantedFunctions.of(call.name(), object));
        }
        if (candidates.isEmpty()) {
            throw unknownFunction(call);
        }
        Callable chosen = choose(call.at(), call.name(), candidates, types(arguments));
        return chosen instanceof Function function
                ? invoke(function, nodes(function, arguments))
                : builtin((Builtin) chosen, nodes(chosen, arguments));
    }

    private Symbols.CompileException ungranted(Expression.Call call) {
        return symbols.error(call.at(), "function.ungranted", call.name(), "", GrantedFunctions.OBJECT);
    }

    private Symbols.CompileException unknownFunction(Expression.Call call) {
        symbols.refuseLeftOut(call.at(), call.name());
        String meant = Names.near(call.name(), symbols.library.functionNames());
        throw symbols.error(call.at(), "function.unknown", call.name(), meant);
    }

    private Callable choose(ScriptPosition at, String name, List<Callable> candidates, List<Type> types) {
        return Overloads.choose(candidates, types)
                .orElseThrow(() -> symbols.error(
                        at, "function.arguments", Overloads.shown(name, types), Overloads.shown(candidates)));
    }

    private static List<Type> types(List<Typed> arguments) {
        return arguments.stream().map(Typed::type).toList();
    }

    private static List<Node> nodes(Callable callable, List<Typed> arguments) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Typed argument = arguments.get(i);
            nodes.add(Convert.to(callable.parameters().get(i), argument.type(), argument.node()));
        }
        return nodes;
    }

    private Typed invoke(Function function, List<Node> arguments) {
        boolean isVoid = function.result() == Simple.VOID;
        int slot = isVoid ? 0 : code.slot(function.result());
        code.emit(Instruction.invoke(function, arguments, slot));
        return isVoid
                ? nothing()
                : Typed.value(function.result(), Cell.local(slot).load(function.result()));
    }

    private static Typed builtin(Builtin builtin, List<Node> arguments) {
        return Typed.value(builtin.result(), NativeCall.of(builtin.code(), builtin.result(), arguments));
    }

    /** What a call yields that is done already, and yields nothing. */
    private static Typed nothing() {
        return Typed.value(Simple.VOID, Literal.of(Simple.BOOL, false));
    }

    // ---------------------------------------------------------------- methods

    Typed method(Expression.MethodCall call) {
        if (call.target() instanceof Expression.Name name
                && expressions.scope().find(name.name()).isEmpty()
                && symbols.granted(name.name()).isPresent()) {
            return granted(call, symbols.granted(name.name()).get());
        }
        Typed receiver = receiver(call.target());
        boolean place = receiver.cell() != null && receiver.type() instanceof Simple;
        List<Supplier<Typed>> operands = new ArrayList<>();
        if (!place) {
            operands.add(() -> receiver);
        }
        call.arguments().forEach(argument -> operands.add(() -> expressions.value(argument)));
        List<Typed> all = expressions.inOrder(operands);
        Typed self = place ? receiver : all.get(0);
        return method(call, receiver, self, place ? all : all.subList(1, all.size()));
    }

    private Typed method(Expression.MethodCall call, Typed receiver, Typed self, List<Typed> arguments) {
        if (isLength(self.type(), call)) {
            return Typed.value(Simple.INTEGER, ArrayNodes.length(self.node()));
        }
        Callable chosen = choose(call, self.type(), types(arguments));
        List<Node> nodes = new ArrayList<>();
        nodes.add(self.node());
        nodes.addAll(nodes(chosen, arguments));
        if (!(self.type() instanceof Simple)) {
            expressions.touch(receiver);
        }
        if (chosen instanceof Function function) {
            return invoke(function, nodes);
        }
        Builtin builtin = (Builtin) chosen;
        return builtin.mutates() ? mutation(builtin, receiver, nodes) : builtin(builtin, nodes);
    }

    /**
     * What a method is called on. What a method returns that changes its value is still the place it changed. A simple value that lies in a
     * place is read when the method is called, behind its arguments.
     */
    private Typed receiver(Expression target) {
        Typed typed = target instanceof Expression.Member || target instanceof Expression.Index
                ? expressions.stablePlace(target)
                : expressions.compile(target);
        if (typed.type() == Simple.VOID) {
            throw symbols.error(target.at(), "value.none", "", "");
        }
        return typed;
    }

    private Typed mutation(Builtin builtin, Typed place, List<Node> nodes) {
        if (place.cell() == null) {
            return builtin(builtin, nodes);
        }
        expressions.touch(place);
        Node node = NativeCall.mutating(builtin.code(), place.cell(), nodes);
        return new Typed(builtin.result(), node, place.cell(), place.root());
    }

    private Callable choose(Expression.MethodCall call, Type type, List<Type> types) {
        List<Callable> candidates = candidates(type, call.name());
        if (candidates.isEmpty()) {
            symbols.refuseLeftOut(call.at(), type.word() + "." + call.name());
            throw symbols.error(
                    call.at(),
                    "member.unknown",
                    type.word() + "." + call.name() + "()",
                    Names.near(call.name(), methodNames(type)));
        }
        return choose(call.at(), call.name(), candidates, types);
    }

    private List<Callable> candidates(Type type, String name) {
        List<Callable> candidates = new ArrayList<>();
        if (type instanceof StructType struct) {
            candidates.addAll(struct.methods(name));
        }
        if (type instanceof ArrayType array) {
            candidates.addAll(ArrayLibrary.methods(array, name));
        }
        candidates.addAll(symbols.library.methods(type, name));
        return candidates;
    }

    private List<String> methodNames(Type type) {
        return type instanceof ArrayType ? ArrayLibrary.names() : symbols.library.methodNames(type);
    }

    // ---------------------------------------------------------------- granted objects

    private Typed granted(Expression.MethodCall call, GrantedObject object) {
        List<Typed> arguments = expressions.values(call.arguments());
        List<Callable> candidates = Granted.methods(object, call.name());
        if (candidates.isEmpty()) {
            throw symbols.error(
                    call.at(),
                    "member.unknown",
                    object.name() + "." + call.name() + "()",
                    Overloads.shown(Granted.methods(object)));
        }
        Callable chosen = choose(call.at(), call.name(), candidates, types(arguments));
        return builtin((Builtin) chosen, nodes(chosen, arguments));
    }

    /** The length of an array is read so often that it is no call. */
    private static boolean isLength(Type type, Expression.MethodCall call) {
        return type instanceof ArrayType
                && call.name().equals("length")
                && call.arguments().isEmpty();
    }
}

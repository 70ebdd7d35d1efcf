package org.tickmark.script.crmscript.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.script.ScriptHost;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.library.Library;
import org.tickmark.script.crmscript.problem.Findings;
import org.tickmark.script.crmscript.run.Function;
import org.tickmark.script.crmscript.run.Initial;
import org.tickmark.script.crmscript.run.Instruction;
import org.tickmark.script.crmscript.run.Program;
import org.tickmark.script.crmscript.run.Variable;
import org.tickmark.script.crmscript.syntax.Expression;
import org.tickmark.script.crmscript.syntax.Parser;
import org.tickmark.script.crmscript.syntax.Statement;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.StructType;
import org.tickmark.script.crmscript.value.Type;

/**
 * Compiles a script: its statements from the first to the last, so that a name is known behind its declaration and not before. What it includes is
 * compiled where it is included, the first time.
 */
public final class Compiler {
    private static final int MOST_SOURCES = 500;

    private final ScriptHost host;
    private final Symbols symbols;
    private final Map<String, ScriptSource> sources = new LinkedHashMap<>();

    private Compiler(ScriptHost host, Findings findings, Library library) {
        this.host = host;
        this.symbols = new Symbols(findings, library, host.granted());
    }

    /**
     * A program with what is needed to compile expressions in it later.
     *
     * @param program the program
     * @param compiler what knows its names
     */
    public record Compiled(Program program, Compiler compiler) {}

    /** Compiles a source; empty if something is wrong, which is told. */
    public static Optional<Compiled> compile(ScriptSource source, ScriptHost host, Library library, Findings findings) {
        Compiler compiler = new Compiler(host, findings, library);
        Program program = compiler.program(source);
        return findings.any() ? Optional.empty() : Optional.of(new Compiled(program, compiler));
    }

    Symbols symbols() {
        return symbols;
    }

    private Program program(ScriptSource source) {
        sources.put(source.name(), source);
        List<Statement> statements = Parser.statements(source, symbols.findings);
        Function main = new Function("", List.of(), Simple.VOID);
        Code code = new Code(symbols.stops, new ScriptPosition(source.name(), 1, 1));
        new StatementCompiler(this, code, symbols.globals, Simple.VOID).statements(statements);
        code.finish(main);
        return new Program(
                List.copyOf(sources.values()),
                main,
                symbols.globalVariables(),
                symbols.numbers(),
                symbols.objects(),
                List.copyOf(symbols.stops));
    }

    void include(Statement.Include include, StatementCompiler statements) {
        if (sources.containsKey(include.id())) {
            return;
        }
        if (sources.size() == MOST_SOURCES) {
            throw symbols.error(include.at(), "include.many", "", "≤ " + MOST_SOURCES);
        }
        ScriptSource source = host.include(include.id())
                .orElseThrow(() -> symbols.error(include.at(), "include.unknown", include.id(), ""));
        sources.put(include.id(), source);
        statements.statements(Parser.statements(source, symbols.findings));
    }

    // ---------------------------------------------------------------- functions

    void function(Statement.Function declared) {
        Function function = header(declared);
        symbols.add(function, declared.at());
        body(function, declared, Optional.empty());
    }

    private Function header(Statement.Function declared) {
        List<Type> types = new ArrayList<>();
        declared.parameters().forEach(parameter -> types.add(symbols.type(parameter.type())));
        return new Function(declared.name(), types, symbols.anyType(declared.result()));
    }

    private void body(Function function, Statement.Function declared, Optional<StructType> self) {
        Code code = new Code(symbols.stops, declared.at());
        Scope scope = new Scope(symbols.globals);
        StatementCompiler statements = new StatementCompiler(this, code, scope, function.result());
        statements.parameters(self, declared.parameters(), function.parameters());
        statements.statements(declared.body().statements());
        statements.close(scope);
        code.finish(function);
    }

    // ---------------------------------------------------------------- structs

    void struct(Statement.Struct declared) {
        StructType struct = new StructType(declared.name());
        symbols.add(struct, declared.at());
        declared.fields().forEach(field -> field(struct, field));
        List<Function> methods = new ArrayList<>();
        for (Statement.Function method : declared.methods()) {
            Function function = header(method);
            if (struct.methods(function.name()).stream()
                    .anyMatch(other -> other.parameters().equals(function.parameters()))) {
                symbols.findings.error(method.at(), "name.taken", function.signature(), "");
            }
            struct.add(function);
            methods.add(function);
        }
        for (int i = 0; i < methods.size(); i++) {
            body(methods.get(i), declared.methods().get(i), Optional.of(struct));
        }
    }

    private void field(StructType struct, Statement.Declare field) {
        Type type = symbols.type(field.type());
        if (type == struct) {
            symbols.findings.error(field.at(), "struct.self", field.type().name(), "");
            return;
        }
        if (struct.field(field.name()).isPresent()) {
            symbols.findings.error(field.nameAt(), "name.taken", field.name(), "");
            return;
        }
        struct.add(field.name(), type, initial(field, type));
    }

    private Optional<StructType.Initial> initial(Statement.Declare field, Type type) {
        if (field.value().isEmpty()) {
            return Optional.empty();
        }
        Expression value = field.value().get();
        Code code = new Code(new ArrayList<>(), value.at());
        ExpressionCompiler expressions = new ExpressionCompiler(symbols, code, symbols.globals);
        StructType.Initial initial = Initial.of(expressions.value(value, type));
        if (code.size() > 0) {
            throw symbols.error(value.at(), "struct.initial", "", "");
        }
        return Optional.of(initial);
    }

    // ---------------------------------------------------------------- expressions of a debugger

    /**
     * Compiles an expression as a function of variables that are visible somewhere in the program.
     *
     * @param demanded the type it must have; empty for any
     */
    public Optional<Function> expression(
            ScriptSource source, List<Variable> visible, Optional<Type> demanded, Findings findings) {
        Symbols names = symbols.with(findings);
        return Parser.expression(source, findings).flatMap(expression -> {
            try {
                return Optional.of(function(names, expression, visible, demanded));
            } catch (Symbols.CompileException e) {
                return Optional.empty();
            }
        });
    }

    private static Function function(
            Symbols names, Expression expression, List<Variable> visible, Optional<Type> demanded) {
        Code code = new Code(new ArrayList<>(), expression.at());
        Scope scope = new Scope(names.globals);
        for (Variable variable : visible) {
            int slot = code.parameter(variable.type());
            scope.add(new Variable(variable.name(), variable.type(), slot, false, 0, Integer.MAX_VALUE), code.here());
        }
        ExpressionCompiler expressions = new ExpressionCompiler(names, code, scope);
        Typed value = expressions.value(expression);
        Type type = demanded.orElse(value.type());
        code.emit(Instruction.returning(type, expressions.converted(value, type, expression.at())));
        Function function =
                new Function("", visible.stream().map(Variable::type).toList(), type);
        code.finish(function);
        return function;
    }
}

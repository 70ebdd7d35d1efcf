package org.tickmark.script.crmscript.syntax;

import java.util.List;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;

/** A statement or a declaration as it is written. */
public sealed interface Statement {
    /** Where it begins. */
    ScriptPosition at();

    /** {@code { … }}. */
    record Block(ScriptPosition at, List<Statement> statements) implements Statement {}

    /** {@code Type name = value;}; {@code nameAt} is where the name is. */
    record Declare(ScriptPosition at, TypeName type, ScriptPosition nameAt, String name, Optional<Expression> value)
            implements Statement {}

    /** {@code expression;}. */
    record Evaluate(ScriptPosition at, Expression expression) implements Statement {}

    /** {@code if (…) … else if (…) … else …}. */
    record If(ScriptPosition at, List<Branch> branches, Optional<Statement> otherwise) implements Statement {}

    /** A condition and what runs when it holds. */
    record Branch(ScriptPosition at, Expression condition, Statement body) {}

    /** {@code while (…) …}. */
    record While(ScriptPosition at, Expression condition, Statement body) implements Statement {}

    /** {@code for (first; condition; step) …}. */
    record For(
            ScriptPosition at,
            Optional<Statement> first,
            Optional<Expression> condition,
            Optional<Expression> step,
            Statement body)
            implements Statement {}

    /** {@code foreach (Type name in array) …}. */
    record Foreach(ScriptPosition at, TypeName type, String name, Expression array, Statement body)
            implements Statement {}

    /** {@code break;}. */
    record Break(ScriptPosition at) implements Statement {}

    /** {@code continue;}. */
    record Continue(ScriptPosition at) implements Statement {}

    /** {@code return value;}. */
    record Return(ScriptPosition at, Optional<Expression> value) implements Statement {}

    /** {@code throw value;}. */
    record Throw(ScriptPosition at, Expression value) implements Statement {}

    /** {@code try … catch …}. */
    record Try(ScriptPosition at, Block body, Block handler) implements Statement {}

    /** {@code Type name(parameters) { … }}. */
    record Function(ScriptPosition at, TypeName result, String name, List<Parameter> parameters, Block body)
            implements Statement {}

    /** A parameter of a function. */
    record Parameter(ScriptPosition at, TypeName type, String name) {}

    /** {@code struct Name { fields and methods };}. */
    record Struct(ScriptPosition at, String name, List<Declare> fields, List<Function> methods) implements Statement {}

    /** {@code #include "id";}. */
    record Include(ScriptPosition at, String id) implements Statement {}

    /** {@code #setLanguageLevel n;}. */
    record Level(ScriptPosition at, long level) implements Statement {}

    /** Text of a template. */
    record Text(ScriptPosition at, String text) implements Statement {}

    /** {@code %name%} in a template. */
    record Variable(ScriptPosition at, String name) implements Statement {}
}

package org.tickmark.script.crmscript.syntax;

import java.util.List;
import org.tickmark.api.script.ScriptPosition;

/** An expression as it is written. */
public sealed interface Expression {
    /** Where it begins; for an operator, where the operator is. */
    ScriptPosition at();

    /** What a literal is. */
    enum LiteralKind {
        INTEGER,
        LONG,
        FLOAT,
        STRING,
        BOOL
    }

    /** A literal; whole numbers are {@link Long}. */
    record Literal(ScriptPosition at, LiteralKind kind, Object value) implements Expression {}

    /** A name. */
    record Name(ScriptPosition at, String name) implements Expression {}

    /** {@code this}. */
    record This(ScriptPosition at) implements Expression {}

    /** {@code target.name}. */
    record Member(ScriptPosition at, Expression target, String name) implements Expression {}

    /** {@code target[index]}. */
    record Index(ScriptPosition at, Expression target, Expression index) implements Expression {}

    /** {@code name(arguments)}. */
    record Call(ScriptPosition at, String name, List<Expression> arguments) implements Expression {}

    /** {@code target.name(arguments)}. */
    record MethodCall(ScriptPosition at, Expression target, String name, List<Expression> arguments)
            implements Expression {}

    /** {@code -operand}, {@code !operand}. */
    record Unary(ScriptPosition at, String operator, Expression operand) implements Expression {}

    /** {@code left operator right}. */
    record Binary(ScriptPosition at, String operator, Expression left, Expression right) implements Expression {}

    /** {@code target = value}, {@code target += value}, {@code target -= value}. */
    record Assign(ScriptPosition at, String operator, Expression target, Expression value) implements Expression {}

    /** {@code ++target}, {@code target++} and with {@code --}. */
    record Step(ScriptPosition at, Expression target, boolean up, boolean before) implements Expression {}
}

package org.tickmark.script.crmscript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.problem.Findings;
import org.tickmark.script.crmscript.syntax.Expression.LiteralKind;

/** Reads expressions: operators bind as in C, the ones of equal rank from left to right. */
class ExpressionParser extends Tokens {
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry(">", 4),
            Map.entry("<=", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));
    private static final int LOWEST = 1;
    /** How many operators may follow one another without brackets. */
    private static final int LONGEST = 500;

    ExpressionParser(List<Token> tokens, Findings findings) {
        super(tokens, findings);
    }

    final Expression expression() {
        enter();
        Expression left = binary(LOWEST);
        Token token = peek();
        if (token.is("=") || token.is("+=") || token.is("-=")) {
            take();
            left = new Expression.Assign(token.at(), token.text(), left, expression());
        }
        leave();
        return left;
    }

    private Expression binary(int lowest) {
        Expression left = unary();
        int length = 0;
        for (Integer rank = rank(); rank != null && rank >= lowest; rank = rank()) {
            Token operator = take();
            left = new Expression.Binary(operator.at(), operator.text(), left, binary(rank + 1));
            checkLength(++length);
        }
        return left;
    }

    private void checkLength(int length) {
        if (length > LONGEST) {
            findings.error(at(), "syntax.long", "", String.valueOf(LONGEST));
            throw new SyntaxException();
        }
    }

    private Integer rank() {
        return peek().kind() == TokenKind.SYMBOL ? RANKS.get(peek().text()) : null;
    }

    private Expression unary() {
        Token token = peek();
        if (token.is("-") && (peek(1).kind() == TokenKind.INTEGER || peek(1).kind() == TokenKind.LONG)) {
            take();
            Token number = take();
            long value = -(Long) number.value();
            return postfix(new Expression.Literal(
                    token.at(), number.kind() == TokenKind.INTEGER ? LiteralKind.INTEGER : LiteralKind.LONG, value));
        }
        if (token.is("-") || token.is("!")) {
            take();
            return new Expression.Unary(token.at(), token.text(), deeper());
        }
        if (token.is("++") || token.is("--")) {
            take();
            return new Expression.Step(token.at(), deeper(), token.is("++"), true);
        }
        return postfix(primary());
    }

    private Expression deeper() {
        enter();
        Expression operand = unary();
        leave();
        return operand;
    }

    private Expression postfix(Expression first) {
        Expression target = first;
        for (int length = 0; ; checkLength(++length)) {
            Token token = peek();
            if (takeIf(".")) {
                target = member(target);
            } else if (takeIf("[")) {
                target = new Expression.Index(token.at(), target, expression());
                expect("]");
            } else if (takeIf("++") || takeIf("--")) {
                target = new Expression.Step(token.at(), target, token.is("++"), false);
            } else {
                return target;
            }
        }
    }

    private Expression member(Expression target) {
        Token name = peek();
        if (name.kind() != TokenKind.WORD) {
            throw wrong("the name of a member");
        }
        take();
        return peek().is("(")
                ? new Expression.MethodCall(name.at(), target, name.text(), arguments())
                : new Expression.Member(name.at(), target, name.text());
    }

    private List<Expression> arguments() {
        expect("(");
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(expression());
            } while (takeIf(","));
        }
        expect(")");
        return arguments;
    }

    private Expression primary() {
        Token token = peek();
        ScriptPosition at = token.at();
        if (takeIf("(")) {
            Expression inner = expression();
            expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case INTEGER -> integer(take());
            case LONG -> new Expression.Literal(at, LiteralKind.LONG, take().value());
            case FLOAT -> new Expression.Literal(at, LiteralKind.FLOAT, take().value());
            case STRING -> new Expression.Literal(at, LiteralKind.STRING, take().value());
            case WORD -> word(token);
            default -> throw wrong("an expression");
        };
    }

    private Expression integer(Token token) {
        long value = (Long) token.value();
        if (value > Integer.MAX_VALUE) {
            findings.error(token.at(), "syntax.number", token.text(), "0–" + Integer.MAX_VALUE);
        }
        return new Expression.Literal(token.at(), LiteralKind.INTEGER, value);
    }

    private Expression word(Token token) {
        if (token.isName()) {
            take();
            return peek().is("(")
                    ? new Expression.Call(token.at(), token.text(), arguments())
                    : new Expression.Name(token.at(), token.text());
        }
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true", "false" -> new Expression.Literal(token.at(), LiteralKind.BOOL, take().isKeyword("true"));
            case "this" -> new Expression.This(take().at());
            default -> throw wrong("an expression");
        };
    }
}

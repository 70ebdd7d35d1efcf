package org.tickmark.script.crmscript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.problem.Findings;

/** Reads statements and declarations: from tokens to a tree. After an error it goes on behind the statement. */
public final class Parser extends ExpressionParser {
    private Parser(List<Token> tokens, Findings findings) {
        super(tokens, findings);
    }

    /** The statements of a source; what cannot be read is told and left out. */
    public static List<Statement> statements(ScriptSource source, Findings findings) {
        Parser parser = new Parser(Lexer.tokens(source, findings), findings);
        List<Statement> statements = new ArrayList<>();
        while (!parser.atEnd()) {
            if (parser.peek().is("}")) {
                findings.error(parser.at(), "syntax.unexpected", "}", "a statement");
                parser.take();
            } else {
                parser.statementInto(statements);
            }
        }
        return statements;
    }

    /** A source that is one expression. */
    public static Optional<Expression> expression(ScriptSource source, Findings findings) {
        Parser parser = new Parser(Lexer.tokens(source, findings), findings);
        try {
            Expression expression = parser.expression();
            if (!parser.atEnd()) {
                throw parser.wrong("the end of the expression");
            }
            return Optional.of(expression);
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    private void statementInto(List<Statement> statements) {
        Token first = peek();
        int depth = depth();
        try {
            if (!takeIf(";")) {
                statements.add(statement());
            }
        } catch (SyntaxException e) {
            skipStatement(first, depth);
        }
    }

    private Statement statement() {
        enter();
        Statement statement = anyStatement();
        leave();
        return statement;
    }

    private Statement anyStatement() {
        Token token = peek();
        return switch (token.kind()) {
            case DIRECTIVE -> directive();
            case TEXT -> new Statement.Text(take().at(), (String) token.value());
            case VARIABLE -> new Statement.Variable(take().at(), (String) token.value());
            case WORD -> token.isName() ? named() : keyword(token.text().toLowerCase(Locale.ROOT));
            default -> token.is("{") ? block() : evaluate();
        };
    }

    private Statement keyword(String word) {
        return switch (word) {
            case "if" -> ifStatement();
            case "while" -> whileStatement();
            case "for" -> forStatement();
            case "foreach" -> foreach();
            case "break" -> new Statement.Break(ended());
            case "continue" -> new Statement.Continue(ended());
            case "return" -> returnStatement();
            case "throw" -> throwStatement();
            case "try" -> tryStatement();
            case "struct" -> struct();
            default -> evaluate();
        };
    }

    /** Takes a word and the semicolon behind it. */
    private ScriptPosition ended() {
        ScriptPosition at = take().at();
        expect(";");
        return at;
    }

    private Statement.Block block() {
        ScriptPosition at = expect("{").at();
        List<Statement> statements = new ArrayList<>();
        while (!peek().is("}")) {
            if (atEnd()) {
                throw wrong("}");
            }
            statementInto(statements);
        }
        expect("}");
        return new Statement.Block(at, statements);
    }

    /** A statement where one is demanded; a lone semicolon is an empty block. */
    private Statement body() {
        ScriptPosition at = at();
        return takeIf(";") ? new Statement.Block(at, List.of()) : statement();
    }

    private Expression condition() {
        expect("(");
        Expression condition = expression();
        expect(")");
        return condition;
    }

    // ---------------------------------------------------------------- directives

    private Statement directive() {
        Token token = take();
        Statement statement =
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "#include" -> include(token.at());
                    case "#setlanguagelevel" -> level(token.at());
                    default -> {
                        findings.error(token.at(), "syntax.directive", token.text(), "#include, #setLanguageLevel");
                        throw new SyntaxException();
                    }
                };
        takeIf(";");
        return statement;
    }

    private Statement include(ScriptPosition at) {
        if (peek().kind() != TokenKind.STRING) {
            throw wrong("the id of a script, in quotes");
        }
        return new Statement.Include(at, (String) take().value());
    }

    private Statement level(ScriptPosition at) {
        if (peek().kind() != TokenKind.INTEGER) {
            throw wrong("1, 2, 3, 4");
        }
        return new Statement.Level(at, (Long) take().value());
    }

    // ---------------------------------------------------------------- declarations

    /** A statement that begins with a name: a declaration if another name follows, perhaps behind brackets. */
    private Statement named() {
        return beginsDeclaration() ? declaration() : evaluate();
    }

    private boolean beginsDeclaration() {
        int ahead = 1;
        while (peek(ahead).is("[")) {
            ahead = behindBracket(ahead);
        }
        return peek(ahead).isName();
    }

    /** The token behind the bracket that closes the one which is so many ahead. */
    private int behindBracket(int from) {
        int open = 0;
        for (int ahead = from; ; ahead++) {
            Token token = peek(ahead);
            if (token.is("[")) {
                open++;
            } else if (token.is("]") && --open == 0) {
                return ahead + 1;
            } else if (token.kind() == TokenKind.END || token.is(";")) {
                return ahead;
            }
        }
    }

    private Statement declaration() {
        TypeName type = typeName();
        Token name = expectName("a name");
        if (peek().is("(")) {
            return function(type, name);
        }
        Statement.Declare declare = declare(type, name);
        expect(";");
        return declare;
    }

    private Statement.Declare declare(TypeName type, Token name) {
        Optional<Expression> value = takeIf("=") ? Optional.of(expression()) : Optional.empty();
        return new Statement.Declare(type.at(), type, name.at(), name.text(), value);
    }

    private TypeName typeName() {
        Token name = expectName("a type");
        List<Optional<Expression>> dimensions = new ArrayList<>();
        while (takeIf("[")) {
            dimensions.add(peek().is("]") ? Optional.empty() : Optional.of(expression()));
            expect("]");
        }
        return new TypeName(name.at(), name.text(), dimensions);
    }

    private Statement.Function function(TypeName result, Token name) {
        expect("(");
        List<Statement.Parameter> parameters = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                TypeName type = typeName();
                Token parameter = expectName("the name of a parameter");
                parameters.add(new Statement.Parameter(parameter.at(), type, parameter.text()));
            } while (takeIf(","));
        }
        expect(")");
        return new Statement.Function(name.at(), result, name.text(), parameters, block());
    }

    private Statement struct() {
        take();
        Token name = expectName("the name of the struct");
        List<Statement.Declare> fields = new ArrayList<>();
        List<Statement.Function> methods = new ArrayList<>();
        expect("{");
        while (!takeIf("}")) {
            if (atEnd()) {
                throw wrong("}");
            }
            if (!takeIf(";")) {
                member(fields, methods);
            }
        }
        takeIf(";");
        return new Statement.Struct(name.at(), name.text(), fields, methods);
    }

    private void member(List<Statement.Declare> fields, List<Statement.Function> methods) {
        Token first = peek();
        int depth = depth();
        try {
            Statement member = declaration();
            if (member instanceof Statement.Function method) {
                methods.add(method);
            } else if (member instanceof Statement.Declare field) {
                fields.add(field);
            }
        } catch (SyntaxException e) {
            skipStatement(first, depth);
        }
    }

    // ---------------------------------------------------------------- statements

    private Statement evaluate() {
        ScriptPosition at = at();
        Expression expression = expression();
        expect(";");
        return new Statement.Evaluate(at, expression);
    }

    private Statement ifStatement() {
        ScriptPosition at = at();
        List<Statement.Branch> branches = new ArrayList<>();
        do {
            ScriptPosition branch = take().at();
            branches.add(new Statement.Branch(branch, condition(), body()));
        } while (elseIf());
        Optional<Statement> otherwise = takeIfKeyword("else") ? Optional.of(body()) : Optional.empty();
        return new Statement.If(at, branches, otherwise);
    }

    private boolean elseIf() {
        if (peek().isKeyword("else") && peek(1).isKeyword("if")) {
            take();
            return true;
        }
        return false;
    }

    private Statement whileStatement() {
        ScriptPosition at = take().at();
        return new Statement.While(at, condition(), body());
    }

    private Statement forStatement() {
        ScriptPosition at = take().at();
        expect("(");
        Optional<Statement> first = peek().is(";") ? Optional.empty() : Optional.of(firstOfFor());
        expect(";");
        Optional<Expression> condition = peek().is(";") ? Optional.empty() : Optional.of(expression());
        expect(";");
        Optional<Expression> step = peek().is(")") ? Optional.empty() : Optional.of(expression());
        expect(")");
        return new Statement.For(at, first, condition, step, body());
    }

    private Statement firstOfFor() {
        if (peek().isName() && beginsDeclaration()) {
            return declare(typeName(), expectName("a name"));
        }
        ScriptPosition at = at();
        return new Statement.Evaluate(at, expression());
    }

    private Statement foreach() {
        ScriptPosition at = take().at();
        expect("(");
        TypeName type = typeName();
        Token name = expectName("a name");
        expectKeyword("in");
        Expression array = expression();
        expect(")");
        return new Statement.Foreach(at, type, name.text(), array, body());
    }

    private Statement returnStatement() {
        ScriptPosition at = take().at();
        Optional<Expression> value = peek().is(";") ? Optional.empty() : Optional.of(expression());
        expect(";");
        return new Statement.Return(at, value);
    }

    private Statement throwStatement() {
        ScriptPosition at = take().at();
        Expression value = expression();
        expect(";");
        return new Statement.Throw(at, value);
    }

    private Statement tryStatement() {
        ScriptPosition at = take().at();
        Statement.Block body = block();
        expectKeyword("catch");
        return new Statement.Try(at, body, block());
    }
}

package org.tickmark.script.crmscript.syntax;

import java.util.List;
import org.tickmark.api.script.FormattedScript;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.problem.Findings;

/**
 * Puts a source in form: blanks and line breaks only. A statement has a line of its own, a block is indented by two blanks, operators stand
 * between blanks; where the author broke a statement into lines, and left one line empty, it stays so.
 */
public final class Formatter {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final List<Token> tokens;

    private int next;
    private int blocks;
    private int brackets;
    /** In the head of a {@code for}, where semicolons end no line. */
    private int forBrackets = -1;
    /** Whether the next token begins a statement. */
    private boolean fresh = true;
    /** Whether the line that is written ended with a token that ends it. */
    private boolean broken = true;

    private Formatter(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The source in form; as it is if it cannot be read, or holds a template, whose text is not ours to change. */
    public static FormattedScript format(ScriptSource source) {
        Findings findings = new Findings();
        Parser.statements(source, findings);
        if (findings.any()) {
            return new FormattedScript(source.text(), findings.inOrder());
        }
        List<Token> tokens = Lexer.tokens(source, findings);
        boolean template =
                tokens.stream().anyMatch(token -> token.kind() == TokenKind.TEXT || token.kind() == TokenKind.VARIABLE);
        return new FormattedScript(template ? source.text() : new Formatter(tokens).text(), List.of());
    }

    private String text() {
        for (next = 0; tokens.get(next).kind() != TokenKind.END; next++) {
            token(tokens.get(next));
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void token(Token token) {
        if (token.is("}")) {
            blocks = Math.max(0, blocks - 1);
            fresh = true;
        }
        separate(token);
        out.append(token.kind() == TokenKind.COMMENT ? token.text().stripTrailing() : token.text());
        after(token);
    }

    /** Writes what stands between the token before and this one. */
    private void separate(Token token) {
        if (out.isEmpty()) {
            return;
        }
        boolean comment = token.kind() == TokenKind.COMMENT;
        if (comment && token.newLine() == 0) {
            out.append(' ');
        } else if (broken && !joins(token)) {
            newLine(token);
        } else if (token.newLine() > 0 && !(broken && joins(token))) {
            newLine(token);
        } else if (broken || blankBefore(token)) {
            out.append(' ');
        }
    }

    /** Whether a token goes on in the line of the brace before it. */
    private boolean joins(Token token) {
        Token before = tokens.get(next - 1);
        return before.is("}") && (token.isKeyword("else") || token.isKeyword("catch"));
    }

    private void newLine(Token token) {
        boolean empty = token.newLine() > 1 && !tokens.get(next - 1).is("{") && !token.is("}");
        out.append(empty ? "\n\n" : "\n");
        boolean continued = !fresh && !token.is("{");
        out.append(INDENT.repeat(blocks + (continued ? 2 : 0)));
    }

    private boolean blankBefore(Token token) {
        Token before = tokens.get(next - 1);
        if (token.kind() == TokenKind.SYMBOL && before.is("-") && token.text().startsWith("-")) {
            return true;
        }
        if (token.is(";") || token.is(",") || token.is(")") || token.is("]") || token.is(".") || token.is("[")) {
            return token.is(";") && before.is(";");
        }
        if (before.is("(") || before.is("[") || before.is(".") || isUnary(next - 1)) {
            return false;
        }
        if (token.is("(")) {
            return !(before.isName() || before.is(")") || before.is("]")) || before.isKeyword("in");
        }
        if (token.is("++") || token.is("--")) {
            return !(before.isName() || before.is(")") || before.is("]"));
        }
        return true;
    }

    /** Whether the token is an operator before its operand. */
    private boolean isUnary(int index) {
        Token token = tokens.get(index);
        if (token.is("!")) {
            return true;
        }
        if (!token.is("-") && !token.is("++") && !token.is("--")) {
            return false;
        }
        return index == 0 || !endsOperand(index - 1);
    }

    private boolean endsOperand(int index) {
        Token token = tokens.get(index);
        return switch (token.kind()) {
            case INTEGER, LONG, FLOAT, STRING -> true;
            case WORD ->
                token.isName() || token.isKeyword("this") || token.isKeyword("true") || token.isKeyword("false");
            case COMMENT -> index > 0 && endsOperand(index - 1);
            case SYMBOL -> token.is(")") || token.is("]") || token.is("++") || token.is("--");
            default -> false;
        };
    }

    private void after(Token token) {
        broken = false;
        if (token.kind() == TokenKind.COMMENT) {
            broken = fresh || token.text().startsWith("//");
            return;
        }
        fresh = false;
        if (token.is("(")) {
            if (next > 0 && tokens.get(next - 1).isKeyword("for") && forBrackets < 0) {
                forBrackets = brackets;
            }
            brackets++;
        } else if (token.is(")")) {
            brackets--;
            if (brackets == forBrackets) {
                forBrackets = -1;
            }
        } else if (token.is("{")) {
            blocks++;
            endLine();
        } else if (token.is("}")) {
            if (!tokens.get(next + 1).is(";")) {
                endLine();
            }
        } else if (token.is(";") && forBrackets < 0) {
            endLine();
        }
    }

    private void endLine() {
        fresh = true;
        broken = true;
    }
}

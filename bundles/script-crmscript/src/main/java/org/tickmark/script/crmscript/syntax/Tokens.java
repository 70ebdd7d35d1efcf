package org.tickmark.script.crmscript.syntax;

import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.script.crmscript.problem.Findings;

/** Tokens to be read one after the other, with errors that say what would have been right. */
class Tokens {
    /** How deep pieces may lie in one another. */
    private static final int DEEPEST = 150;

    final Findings findings;
    private final List<Token> tokens;
    private int next;
    private int depth;

    /** Ends the statement that is being read; what was wrong is told. */
    static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SyntaxException() {
            super(null, null, false, false);
        }
    }

    Tokens(List<Token> tokens, Findings findings) {
        this.tokens = tokens.stream()
                .filter(token -> token.kind() != TokenKind.COMMENT)
                .toList();
        this.findings = findings;
    }

    final Token peek() {
        return tokens.get(next);
    }

    /** The token so many after the next; the end stays the end. */
    final Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    final Token take() {
        Token token = peek();
        if (token.kind() != TokenKind.END) {
            next++;
        }
        return token;
    }

    final ScriptPosition at() {
        return peek().at();
    }

    final boolean atEnd() {
        return peek().kind() == TokenKind.END;
    }

    /** Takes a symbol if it is next. */
    final boolean takeIf(String symbol) {
        if (peek().is(symbol)) {
            take();
            return true;
        }
        return false;
    }

    final boolean takeIfKeyword(String keyword) {
        if (peek().isKeyword(keyword)) {
            take();
            return true;
        }
        return false;
    }

    final Token expect(String symbol) {
        if (!peek().is(symbol)) {
            throw wrong(symbol);
        }
        return take();
    }

    final void expectKeyword(String keyword) {
        if (!takeIfKeyword(keyword)) {
            throw wrong(keyword);
        }
    }

    final Token expectName(String what) {
        if (!peek().isName()) {
            throw wrong(what);
        }
        return take();
    }

    /** Tells that the next token is not what is expected there. */
    final SyntaxException wrong(String expected) {
        findings.error(at(), "syntax.unexpected", peek().shown(), expected);
        return new SyntaxException();
    }

    /** Goes one level deeper; to be followed by {@link #leave}. */
    final void enter() {
        if (++depth > DEEPEST) {
            findings.error(at(), "syntax.deep", "", String.valueOf(DEEPEST));
            throw new SyntaxException();
        }
    }

    final void leave() {
        depth--;
    }

    final int depth() {
        return depth;
    }

    /**
     * After an error: goes behind the statement it is in, or to the end of the block, but at least behind one token.
     *
     * @param first the token that the statement begins with
     */
    final void skipStatement(Token first, int depthOfStatement) {
        depth = depthOfStatement;
        int open = 0;
        if (peek().equals(first)) {
            take();
        }
        while (!atEnd()) {
            if (open == 0 && (peek().is("}") || startsAnew())) {
                return;
            }
            Token token = take();
            if (token.is("{")) {
                open++;
            } else if (token.is("}") && --open == 0) {
                return;
            } else if (token.is(";") && open == 0) {
                return;
            }
        }
    }

    /** Whether the next token begins a line with a word that only a statement begins with. */
    private boolean startsAnew() {
        Token token = peek();
        return token.newLine() > 0
                && (token.kind() == TokenKind.DIRECTIVE
                        || token.isKeyword("if")
                        || token.isKeyword("for")
                        || token.isKeyword("foreach")
                        || token.isKeyword("while")
                        || token.isKeyword("return")
                        || token.isKeyword("struct")
                        || token.isKeyword("try"));
    }
}

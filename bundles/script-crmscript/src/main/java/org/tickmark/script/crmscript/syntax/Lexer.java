package org.tickmark.script.crmscript.syntax;

import java.util.ArrayList;
import java.util.List;
import org.tickmark.api.script.ScriptPosition;
import org.tickmark.api.script.ScriptSource;
import org.tickmark.script.crmscript.problem.Findings;

/** Cuts a source into tokens. What is no token is told and left out. */
final class Lexer {
    private static final String TEMPLATE_START = "%EJSCRIPT_START%";
    private static final String TEMPLATE_END = "%EJSCRIPT_END%";
    /** The longer ones first. */
    private static final List<String> SYMBOLS = List.of(
            "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "++", "--", "+", "-", "*", "/", "%", "=", "<", ">", "!",
            "(", ")", "[", "]", "{", "}", ",", ";", ".");

    private final String source;
    private final String text;
    private final Findings findings;
    private final List<Token> tokens = new ArrayList<>();

    private int next;
    private int line = 1;
    private int lineStart;
    private int lastLine = 1;
    private boolean inTemplate;

    private Lexer(ScriptSource source, Findings findings) {
        this.source = source.name();
        this.text = source.text();
        this.findings = findings;
    }

    /** All tokens with the comments, and an {@link TokenKind#END} at the end. */
    static List<Token> tokens(ScriptSource source, Findings findings) {
        Lexer lexer = new Lexer(source, findings);
        if (lexer.text.startsWith("\uFEFF")) {
            lexer.next = 1;
        }
        while (lexer.skipBlanks()) {
            lexer.token();
        }
        lexer.add(TokenKind.END, lexer.next, null, lexer.here());
        return lexer.tokens;
    }

    private boolean skipBlanks() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            advance();
        }
        return next < text.length();
    }

    private void advance() {
        if (text.charAt(next++) == '\n') {
            line++;
            lineStart = next;
        }
    }

    private void advanceTo(int end) {
        while (next < end) {
            advance();
        }
    }

    private ScriptPosition here() {
        return new ScriptPosition(source, line, next - lineStart + 1);
    }

    private void add(TokenKind kind, int start, Object value, ScriptPosition at) {
        tokens.add(new Token(kind, text.substring(start, next), value, at, at.line() - lastLine));
        lastLine = line;
    }

    private void token() {
        char c = text.charAt(next);
        if (text.startsWith(TEMPLATE_START, next) && !inTemplate) {
            inTemplate = true;
            advanceTo(next + TEMPLATE_START.length());
            template();
        } else if (inTemplate && text.startsWith("%>", next)) {
            advanceTo(next + 2);
            template();
        } else if (text.startsWith("//", next)) {
            lineComment();
        } else if (text.startsWith("/*", next)) {
            blockComment();
        } else if (Character.isLetter(c) || c == '_') {
            word(TokenKind.WORD);
        } else if (isDigit(c)) {
            number();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '#') {
            word(TokenKind.DIRECTIVE);
        } else {
            symbol();
        }
    }

    // ---------------------------------------------------------------- templates

    /** Copies text up to the next piece of script or to the end of the template. */
    private void template() {
        int start = next;
        ScriptPosition at = here();
        while (next < text.length()) {
            if (text.startsWith("<%", next)) {
                text(start, at);
                advanceTo(next + 2);
                return;
            }
            if (text.startsWith(TEMPLATE_END, next)) {
                text(start, at);
                advanceTo(next + TEMPLATE_END.length());
                inTemplate = false;
                return;
            }
            int end = variableEnd();
            if (end > 0) {
                text(start, at);
                ScriptPosition variable = here();
                int from = next;
                advanceTo(end);
                add(TokenKind.VARIABLE, from, text.substring(from + 1, end - 1), variable);
                start = next;
                at = here();
            } else {
                advance();
            }
        }
        text(start, at);
        findings.error(here(), "syntax.template-open", "", TEMPLATE_END);
    }

    private void text(int start, ScriptPosition at) {
        if (next > start) {
            add(TokenKind.TEXT, start, text.substring(start, next), at);
        }
    }

    /** Where {@code %name%} ends that begins here; 0 if none does. */
    private int variableEnd() {
        int end = next + 1;
        if (text.charAt(next) != '%') {
            return 0;
        }
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end > next + 1 && end < text.length() && text.charAt(end) == '%' ? end + 1 : 0;
    }

    // ---------------------------------------------------------------- tokens

    private void lineComment() {
        ScriptPosition at = here();
        int start = next;
        while (next < text.length() && text.charAt(next) != '\n' && !(inTemplate && text.startsWith("%>", next))) {
            advance();
        }
        add(TokenKind.COMMENT, start, null, at);
    }

    private void blockComment() {
        ScriptPosition at = here();
        int start = next;
        int end = text.indexOf("*/", next + 2);
        if (end < 0) {
            findings.error(at, "syntax.comment-open", "/*", "*/");
            advanceTo(text.length());
        } else {
            advanceTo(end + 2);
        }
        add(TokenKind.COMMENT, start, null, at);
    }

    private void word(TokenKind kind) {
        ScriptPosition at = here();
        int start = next++;
        while (next < text.length() && isNamePart(text.charAt(next))) {
            next++;
        }
        add(kind, start, null, at);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void digits() {
        while (next < text.length() && isDigit(text.charAt(next))) {
            next++;
        }
    }

    private void number() {
        ScriptPosition at = here();
        int start = next;
        digits();
        if (next + 1 < text.length() && text.charAt(next) == '.' && isDigit(text.charAt(next + 1))) {
            next++;
            digits();
            add(TokenKind.FLOAT, start, Double.valueOf(text.substring(start, next)), at);
        } else if (next < text.length() && (text.charAt(next) == 'L' || text.charAt(next) == 'l')) {
            next++;
            add(TokenKind.LONG, start, whole(text.substring(start, next - 1), at, Long.MAX_VALUE), at);
        } else {
            add(TokenKind.INTEGER, start, whole(text.substring(start, next), at, 1L + Integer.MAX_VALUE), at);
        }
    }

    /** The number, up to one that only a minus sign makes small enough. */
    private Long whole(String digits, ScriptPosition at, long most) {
        try {
            long number = Long.parseLong(digits);
            if (number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with all that are too large.
        }
        findings.error(at, "syntax.number", digits, "0–" + (most == Long.MAX_VALUE ? most : Integer.MAX_VALUE));
        return 0L;
    }

    private void string(char quote) {
        ScriptPosition at = here();
        int start = next;
        StringBuilder value = new StringBuilder();
        advance();
        while (next < text.length() && text.charAt(next) != quote) {
            if (text.charAt(next) == '\\' && next + 1 < text.length()) {
                escape(value);
            } else {
                value.append(text.charAt(next));
                advance();
            }
        }
        if (next == text.length()) {
            findings.error(at, "syntax.string-open", text.substring(start), String.valueOf(quote));
        } else {
            advance();
        }
        add(TokenKind.STRING, start, value.toString(), at);
    }

    private void escape(StringBuilder value) {
        char c = text.charAt(next + 1);
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case 'r' -> value.append('\r');
            case '\\', '"', '\'', ';' -> value.append(c);
            default -> findings.error(here(), "syntax.escape", "\\" + c, "\\n \\t \\b \\r \\\\ \\\" \\' \\;");
        }
        advanceTo(next + 2);
    }

    private void symbol() {
        ScriptPosition at = here();
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, next)) {
                int start = next;
                next += symbol.length();
                add(TokenKind.SYMBOL, start, null, at);
                return;
            }
        }
        int end = text.offsetByCodePoints(next, 1);
        findings.error(at, "syntax.character", text.substring(next, end), "");
        advanceTo(end);
    }
}

package org.tickmark.script.crmscript.syntax;

import java.util.Locale;
import java.util.Set;
import org.tickmark.api.script.ScriptPosition;

/**
 * A token.
 *
 * @param kind what it is
 * @param text as it stands in the source
 * @param value of a literal, a template's text or variable; else null
 * @param at where it begins
 * @param newLine how many lines lie between the token before it and this one, 0 for the same line
 */
record Token(TokenKind kind, String text, Object value, ScriptPosition at, int newLine) {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "else",
            "while",
            "for",
            "foreach",
            "break",
            "continue",
            "return",
            "struct",
            "this",
            "try",
            "catch",
            "throw",
            "true",
            "false");

    boolean is(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is this keyword, in any case. */
    boolean isKeyword(String keyword) {
        return kind == TokenKind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is a word that can name something. */
    boolean isName() {
        return kind == TokenKind.WORD && !KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The token as an error shows it. */
    String shown() {
        return kind == TokenKind.END ? "end of the script" : text;
    }
}

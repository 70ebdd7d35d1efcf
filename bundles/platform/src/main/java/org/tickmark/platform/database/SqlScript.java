package org.tickmark.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a script into its statements, which end with a semicolon. Knows quoted text, quoted names, both kinds of comments
 * (block comments nest) and dollar-quoted text.
 */
final class SqlScript {
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([A-Za-z_][A-Za-z_0-9]*)?\\$");

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private int position;
    /** Where the current statement begins; -1 before its first character that is neither blank nor comment. */
    private int start = -1;

    private SqlScript(String text) {
        this.text = text;
    }

    /**
     * One statement, without the semicolon and without comments before it.
     *
     * @param line the line its first word is on, from 1
     */
    record Statement(int line, String sql) {}

    /**
     * Splits a script.
     *
     * @throws IllegalArgumentException if a quote or a comment does not end; the message names the line
     */
    static List<Statement> split(String text) {
        return new SqlScript(text).split();
    }

    private List<Statement> split() {
        while (position < text.length()) {
            step();
        }
        endStatement();
        return List.copyOf(statements);
    }

    private void step() {
        char c = text.charAt(position);
        if (text.startsWith("--", position)) {
            skipLine();
        } else if (text.startsWith("/*", position)) {
            skipBlockComment();
        } else if (c == ';') {
            endStatement();
            position++;
        } else if (Character.isWhitespace(c)) {
            position++;
        } else {
            begin();
            skipToken(c);
        }
    }

    private void begin() {
        if (start < 0) {
            start = position;
        }
    }

    private void endStatement() {
        if (start >= 0) {
            statements.add(
                    new Statement(lineOf(start), text.substring(start, position).strip()));
            start = -1;
        }
    }

    private void skipToken(char c) {
        if (c == '\'' || c == '"') {
            skipPast(String.valueOf(c), position + 1);
        } else if (c == '$') {
            skipDollar();
        } else if (Character.isUnicodeIdentifierStart(c)) {
            skipWord();
        } else {
            position++;
        }
    }

    /** As a whole, since a dollar inside a name opens no quote. */
    private void skipWord() {
        while (position < text.length() && isWordPart(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$';
    }

    private void skipDollar() {
        Matcher tag = DOLLAR_TAG.matcher(text).region(position, text.length());
        if (tag.lookingAt()) {
            skipPast(tag.group(), tag.end());
        } else {
            position++;
        }
    }

    /** A quote doubled inside quoted text ends one and begins the next, which comes to the same. */
    private void skipPast(String end, int from) {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw unterminated(end);
        }
        position = found + end.length();
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    private void skipBlockComment() {
        int depth = 0;
        int at = position;
        do {
            int close = text.indexOf("*/", at);
            if (close < 0) {
                throw unterminated("*/");
            }
            int open = text.indexOf("/*", at);
            boolean nested = open >= 0 && open < close;
            depth += nested ? 1 : -1;
            at = (nested ? open : close) + 2;
        } while (depth > 0);
        position = at;
    }

    private IllegalArgumentException unterminated(String end) {
        return new IllegalArgumentException("line " + lineOf(position) + ": " + end);
    }

    private int lineOf(int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}

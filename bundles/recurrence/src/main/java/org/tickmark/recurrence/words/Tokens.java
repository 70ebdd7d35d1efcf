package org.tickmark.recurrence.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** A text cut into words, numbers and signs. Quoted parts are one token; the dot of an abbreviation belongs to its word. */
final class Tokens {
    private final String text;
    private final List<Token> tokens;

    private Tokens(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Tokens of(String text) {
        List<Token> tokens = new ArrayList<>();
        int lastQuote = text.lastIndexOf('"');
        int at = 0;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int end = text.charAt(at) == '"' && at < lastQuote ? Quoted.end(text, at) : endOf(text, at);
            lastQuote = text.charAt(at) == '"' && end == at + 1 ? at : lastQuote;
            Token token = token(text, at, end);
            if (!isAbbreviationDot(tokens, token)) {
                tokens.add(token);
            }
            at = end;
        }
        return new Tokens(text, tokens);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int endOf(String text, int start) {
        char first = text.charAt(start);
        if (isDigit(first)) {
            return endOfRun(text, start, Tokens::isDigit);
        }
        if (Character.isLetter(first)) {
            return endOfRun(
                    text, start, c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
        }
        return start + 1;
    }

    private static int endOfRun(String text, int start, IntPredicate belongs) {
        int end = start + 1;
        while (end < text.length() && belongs.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static Token token(String text, int start, int end) {
        String piece = text.substring(start, end);
        return Token.of(start, end, Character.isLetter(piece.charAt(0)) ? fold(piece) : piece);
    }

    private static boolean isAbbreviationDot(List<Token> before, Token token) {
        if (!token.folded().equals(".") || before.isEmpty()) {
            return false;
        }
        Token last = before.get(before.size() - 1);
        return token.touches(last) && Character.isLetter(last.folded().charAt(0));
    }

    /** Lower case without marks, so that a keyboard without å, ä, ø or ö will do. */
    static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 128)) {
            return lower;
        }
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFD)
                .replace('ø', 'o')
                .replace("æ", "ae");
        StringBuilder letters = new StringBuilder(plain.length());
        plain.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> letters.append((char) c));
        return letters.length() == 0 ? lower : letters.toString();
    }

    String text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** Whether the token at the index is there and reads like this. */
    boolean is(int index, String folded) {
        return index < tokens.size() && tokens.get(index).folded().equals(folded);
    }

    /** The number at the index, or -1. */
    long number(int index) {
        return index < tokens.size() ? tokens.get(index).value() : -1;
    }

    /** The index after these words, if they stand at the index; else -1. */
    int after(int index, Tokens words) {
        for (int i = 0; i < words.size(); i++) {
            if (!is(index + i, words.get(i).folded())) {
                return -1;
            }
        }
        return index + words.size();
    }

    /** Whether the token at the index is there and nothing separates it from the one before. */
    boolean touchesPrevious(int index) {
        return index > 0 && index < tokens.size() && tokens.get(index).touches(tokens.get(index - 1));
    }
}

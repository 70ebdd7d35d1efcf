package org.tickmark.script.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.api.TickmarkException;

/** Reads one condition. */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<quoted>\"[^\"]*\"|'[^']*')|(?<sign>[()]|!=|<=|>=|=|<|>)" + "|(?<word>[^\\s()=<>!\"']+))");
    private static final String OPERATORS = "=, !=, <, <=, >, >=, contains, begins, ends";

    /** How deep parentheses may stand in one another. */
    private static final int DEEPEST = 50;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int depth;

    /**
     * A word or sign.
     *
     * @param column where it begins, from 1
     */
    private record Token(String text, Kind kind, int column) {
        boolean is(String word) {
            return kind != Kind.QUOTED && text.equalsIgnoreCase(word);
        }
    }

    /** What a token is. */
    private enum Kind {
        WORD,
        SIGN,
        QUOTED
    }

    ConditionParser(String text) {
        this.text = text;
    }

    Condition parse() {
        split();
        if (tokens.isEmpty() || (tokens.size() == 1 && tokens.get(0).is("always"))) {
            return Condition.ALWAYS;
        }
        Condition condition = either();
        if (next < tokens.size()) {
            throw wrong(tokens.get(next), "and, or");
        }
        return condition;
    }

    private void split() {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw problem(at + 1, text.substring(at).strip(), "name, " + OPERATORS);
            }
            String quoted = matcher.group("quoted");
            String token = quoted == null ? matcher.group().strip() : quoted.substring(1, quoted.length() - 1);
            int column = matcher.end() - (quoted == null ? token.length() : quoted.length()) + 1;
            tokens.add(new Token(token, kind(matcher), column));
            at = matcher.end();
        }
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("quoted") != null) {
            return Kind.QUOTED;
        }
        return matcher.group("sign") == null ? Kind.WORD : Kind.SIGN;
    }

    private Condition either() {
        Condition left = both();
        while (accept("or")) {
            Condition first = left;
            Condition second = both();
            left = values -> first.holds(values) || second.holds(values);
        }
        return left;
    }

    private Condition both() {
        Condition left = one();
        while (accept("and")) {
            Condition first = left;
            Condition second = one();
            left = values -> first.holds(values) && second.holds(values);
        }
        return left;
    }

    private Condition one() {
        if (++depth > DEEPEST) {
            throw wrong(peek(), "≤ " + DEEPEST + " ( not");
        }
        try {
            if (accept("not")) {
                Condition inner = one();
                return values -> !inner.holds(values);
            }
            if (accept("(")) {
                Condition inner = either();
                if (!accept(")")) {
                    throw wrong(peek(), ")");
                }
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private Condition comparison() {
        Token name = text("name");
        Token operator = peek();
        Operator compare = Operator.of(operator.text())
                .filter(known -> operator.kind() != Kind.QUOTED)
                .orElseThrow(() -> wrong(operator, OPERATORS));
        next++;
        Token value = text("value");
        return values -> compare.holds(values.getOrDefault(name.text(), ""), value.text());
    }

    private boolean accept(String word) {
        if (next < tokens.size() && tokens.get(next).is(word)) {
            next++;
            return true;
        }
        return false;
    }

    private Token peek() {
        return next < tokens.size() ? tokens.get(next) : new Token("", Kind.SIGN, text.length() + 1);
    }

    /** A word, or what stands in quotes. */
    private Token text(String expected) {
        Token token = peek();
        if (token.kind() == Kind.SIGN) {
            throw wrong(token, expected);
        }
        next++;
        return token;
    }

    private static TickmarkException wrong(Token found, String expected) {
        return problem(found.column(), found.text(), expected);
    }

    private static TickmarkException problem(int column, String found, String expected) {
        return Texts.problem("script.condition", "condition", column)
                .found(found)
                .expected(expected)
                .exception();
    }
}

package org.tickmark.script.crmscript;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A slow evaluator that has nothing in common with the real one: it evaluates the pieces a random program is made of, by the book. */
final class Reference {
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private Reference() {}

    /** What a piece of a program does. */
    interface Piece {
        Object evaluate(State state);
    }

    /** An exception of the script. */
    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Thrown(String error) {
            super(error, null, false, false);
        }
    }

    /** Leaves a function. */
    static final class Returned extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object value;

        Returned(Object value) {
            super(null, null, false, false);
            this.value = value;
        }

        Object value() {
            return value;
        }
    }

    /** Leaves a loop, or goes to its next turn. */
    static final class Jump extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean leaves;

        Jump(boolean leaves) {
            super(null, null, false, false);
            this.leaves = leaves;
        }

        boolean leaves() {
            return leaves;
        }
    }

    /** It takes too long to be worth comparing. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super(null, null, false, false);
        }
    }

    /** Variables and output. Every name of a program is another, so a map for each call does. */
    static final class State {
        final StringBuilder output = new StringBuilder();
        private static final int MOST_TURNS = 3_000;
        private static final int MOST_OUTPUT = 10_000;

        private final Map<String, Object> globals = new HashMap<>();
        private final List<Map<String, Object>> calls = new ArrayList<>();
        private int turns;

        /** Counts a call or a turn of a loop. */
        void turn() {
            if (++turns > MOST_TURNS || output.length() > MOST_OUTPUT) {
                throw new TooLong();
            }
        }

        Object get(String name) {
            return place(name).get(name);
        }

        void set(String name, Object value) {
            if (value instanceof String text && text.length() > MOST_OUTPUT) {
                throw new TooLong();
            }
            place(name).put(name, value);
        }

        private Map<String, Object> place(String name) {
            return calls.isEmpty() || name.startsWith("g") ? globals : calls.get(calls.size() - 1);
        }

        Object call(Map<String, Object> arguments, Piece body, Object otherwise) {
            turn();
            calls.add(new HashMap<>(arguments));
            try {
                body.evaluate(this);
                return otherwise;
            } catch (Returned returned) {
                return returned.value();
            } finally {
                calls.remove(calls.size() - 1);
            }
        }
    }

    static BigInteger number(Object value) {
        return value == null ? BigInteger.ZERO : BigInteger.valueOf((Integer) value);
    }

    static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    static Integer fitted(BigInteger number) {
        if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
            throw new Thrown("MathException: The result does not fit Integer.");
        }
        return number.intValueExact();
    }

    static Object calculate(String operator, Object left, Object right) {
        BigInteger first = number(left);
        BigInteger second = number(right);
        if (second.signum() == 0 && (operator.equals("/") || operator.equals("%"))) {
            throw new Thrown("MathException: Division by zero.");
        }
        return fitted(
                switch (operator) {
                    case "+" -> first.add(second);
                    case "-" -> first.subtract(second);
                    case "*" -> first.multiply(second);
                    case "/" -> first.divide(second);
                    default -> first.remainder(second);
                });
    }

    static boolean compare(String operator, int sign) {
        return switch (operator) {
            case "==" -> sign == 0;
            case "!=" -> sign != 0;
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            default -> sign >= 0;
        };
    }

    static int index(Object index, List<Object> array) {
        BigInteger number = number(index);
        if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(array.size())) >= 0) {
            throw new Thrown("IndexException: There is no element " + number + " among " + array.size() + ".");
        }
        return number.intValueExact();
    }
}

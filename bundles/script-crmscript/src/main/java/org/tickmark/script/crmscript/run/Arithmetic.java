package org.tickmark.script.crmscript.run;

import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Values;

/** {@code + - * / %} and the minus sign. A number without value counts as 0; a result that does not fit is a fault. */
public final class Arithmetic {
    private Arithmetic() {}

    /** Whole numbers: of 64 bits, or else of 32. */
    public static Node whole(String operator, Node left, Node right, boolean wide) {
        return switch (operator) {
            case "+" -> wide ? new AddLong(left, right) : new Add(left, right);
            case "-" -> wide ? new SubtractLong(left, right) : new Subtract(left, right);
            case "*" -> wide ? new MultiplyLong(left, right) : new Multiply(left, right);
            case "/" -> new Divide(left, right, wide);
            case "%" -> new Remainder(left, right);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    public static Node real(String operator, Node left, Node right) {
        return new Real(operator.charAt(0), left, right);
    }

    public static Node negative(Node operand, boolean wide) {
        return whole("-", Literal.of(Simple.INTEGER, 0L), operand, wide);
    }

    public static Node negativeReal(Node operand) {
        return new Real('*', Literal.of(Simple.FLOAT, -1.0), operand);
    }

    public static Node join(Node left, Node right) {
        return new Join(left, right);
    }

    private static long narrow(long result) {
        if (result != (int) result) {
            throw overflow("Integer");
        }
        return result;
    }

    private static long wide(long result) {
        if (result == Values.NULL) {
            throw overflow("Long");
        }
        return result;
    }

    private static Fault overflow(String type) {
        return new Fault(Fault.MATH, Texts.text("run.overflow", type));
    }

    private static Fault divisionByZero() {
        return new Fault(Fault.MATH, Texts.text("run.division"));
    }

    /** Two whole numbers. */
    private abstract static class Whole extends Node.OfNumber {
        private final Node left;
        private final Node right;

        Whole(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        final long left(Frame frame) {
            return Values.orZero(left.number(frame));
        }

        final long right(Frame frame) {
            return Values.orZero(right.number(frame));
        }
    }

    private static final class Add extends Whole {
        Add(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            return narrow(left(frame) + right(frame));
        }
    }

    private static final class AddLong extends Whole {
        AddLong(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            long left = left(frame);
            long right = right(frame);
            long result = left + right;
            if (((left ^ result) & (right ^ result)) < 0) {
                throw overflow("Long");
            }
            return wide(result);
        }
    }

    private static final class Subtract extends Whole {
        Subtract(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            return narrow(left(frame) - right(frame));
        }
    }

    private static final class SubtractLong extends Whole {
        SubtractLong(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            long left = left(frame);
            long right = right(frame);
            long result = left - right;
            if (((left ^ right) & (left ^ result)) < 0) {
                throw overflow("Long");
            }
            return wide(result);
        }
    }

    private static final class Multiply extends Whole {
        Multiply(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            return narrow(left(frame) * right(frame));
        }
    }

    private static final class MultiplyLong extends Whole {
        MultiplyLong(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            long left = left(frame);
            long right = right(frame);
            long result = left * right;
            if (Math.multiplyHigh(left, right) != result >> 63) {
                throw overflow("Long");
            }
            return wide(result);
        }
    }

    private static final class Divide extends Whole {
        private final boolean wide;

        Divide(Node left, Node right, boolean wide) {
            super(left, right);
            this.wide = wide;
        }

        @Override
        long number(Frame frame) {
            long left = left(frame);
            long right = right(frame);
            if (right == 0) {
                throw divisionByZero();
            }
            return wide ? left / right : narrow(left / right);
        }
    }

    private static final class Remainder extends Whole {
        Remainder(Node left, Node right) {
            super(left, right);
        }

        @Override
        long number(Frame frame) {
            long left = left(frame);
            long right = right(frame);
            if (right == 0) {
                throw divisionByZero();
            }
            return left % right;
        }
    }

    private static final class Real extends Node.OfReal {
        private final char operator;
        private final Node left;
        private final Node right;

        Real(char operator, Node left, Node right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        double real(Frame frame) {
            double first = Values.orZero(left.real(frame));
            double second = Values.orZero(right.real(frame));
            double result =
                    switch (operator) {
                        case '+' -> first + second;
                        case '-' -> first - second;
                        case '*' -> first * second;
                        case '/' -> first / nonZero(second);
                        default -> first % nonZero(second);
                    };
            if (Double.isInfinite(result)) {
                throw overflow("Float");
            }
            return result;
        }

        private static double nonZero(double divisor) {
            if (divisor == 0) {
                throw divisionByZero();
            }
            return divisor;
        }
    }

    private static final class Join extends Node.OfObject {
        private final Node left;
        private final Node right;

        Join(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        Object object(Frame frame) {
            return Text.join(left.object(frame), right.object(frame), frame.machine.meter());
        }
    }
}

package org.tickmark.script.crmscript.run;

import java.util.function.IntPredicate;
import org.tickmark.script.crmscript.value.Text;
import org.tickmark.script.crmscript.value.Values;

/** Comparisons, and {@code && || !}. A number without value compares as 0, a text without value as an empty one. */
public final class Logic {
    private Logic() {}

    /** Compares whole numbers. */
    public static Node whole(String operator, Node left, Node right) {
        return switch (operator) {
            case "==" -> new Equal(left, right);
            case "!=" -> not(new Equal(left, right));
            case "<" -> new Less(left, right);
            case ">=" -> not(new Less(left, right));
            case ">" -> new Greater(left, right);
            case "<=" -> not(new Greater(left, right));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    public static Node real(String operator, Node left, Node right) {
        return new Reals(sign(operator), left, right);
    }

    /** Compares texts, by the numbers of their characters. */
    public static Node text(String operator, Node left, Node right) {
        return new Strings(sign(operator), left, right);
    }

    /** Compares dates and times; one without value comes before all others. */
    public static Node moment(String operator, Node left, Node right) {
        return new Moments(sign(operator), left, right);
    }

    public static Node flags(String operator, Node left, Node right) {
        return new Flags(operator.equals("=="), left, right);
    }

    public static Node and(Node left, Node right) {
        return new And(left, right);
    }

    public static Node or(Node left, Node right) {
        return not(new And(not(left), not(right)));
    }

    public static Node not(Node operand) {
        return operand instanceof Not not ? not.operand : new Not(operand);
    }

    private static IntPredicate sign(String operator) {
        return switch (operator) {
            case "==" -> sign -> sign == 0;
            case "!=" -> sign -> sign != 0;
            case "<" -> sign -> sign < 0;
            case ">=" -> sign -> sign >= 0;
            case ">" -> sign -> sign > 0;
            case "<=" -> sign -> sign <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static final class Equal extends Node.OfFlag {
        private final Node left;
        private final Node right;

        Equal(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return Values.orZero(left.number(frame)) == Values.orZero(right.number(frame));
        }
    }

    private static final class Less extends Node.OfFlag {
        private final Node left;
        private final Node right;

        Less(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return Values.orZero(left.number(frame)) < Values.orZero(right.number(frame));
        }
    }

    private static final class Greater extends Node.OfFlag {
        private final Node left;
        private final Node right;

        Greater(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return Values.orZero(left.number(frame)) > Values.orZero(right.number(frame));
        }
    }

    private static final class Reals extends Node.OfFlag {
        private final IntPredicate wanted;
        private final Node left;
        private final Node right;

        Reals(IntPredicate wanted, Node left, Node right) {
            this.wanted = wanted;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            double first = Values.orZero(left.real(frame));
            double second = Values.orZero(right.real(frame));
            return wanted.test(first < second ? -1 : first > second ? 1 : 0);
        }
    }

    private static final class Strings extends Node.OfFlag {
        private final IntPredicate wanted;
        private final Node left;
        private final Node right;

        Strings(IntPredicate wanted, Node left, Node right) {
            this.wanted = wanted;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            String first = Text.of(left.object(frame));
            String second = Text.of(right.object(frame));
            frame.machine.meter().move(Math.min(first.length(), second.length()));
            return wanted.test(first.compareTo(second));
        }
    }

    private static final class Moments extends Node.OfFlag {
        private final IntPredicate wanted;
        private final Node left;
        private final Node right;

        Moments(IntPredicate wanted, Node left, Node right) {
            this.wanted = wanted;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return wanted.test(Values.compare(left.object(frame), right.object(frame)));
        }
    }

    private static final class Flags extends Node.OfFlag {
        private final boolean equal;
        private final Node left;
        private final Node right;

        Flags(boolean equal, Node left, Node right) {
            this.equal = equal;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return (left.flag(frame) == right.flag(frame)) == equal;
        }
    }

    private static final class And extends Node.OfFlag {
        private final Node left;
        private final Node right;

        And(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean flag(Frame frame) {
            return left.flag(frame) && right.flag(frame);
        }
    }

    private static final class Not extends Node.OfFlag {
        private final Node operand;

        Not(Node operand) {
            this.operand = operand;
        }

        @Override
        boolean flag(Frame frame) {
            return !operand.flag(frame);
        }
    }
}

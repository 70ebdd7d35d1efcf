package org.tickmark.script.crmscript.library;

import static org.tickmark.script.crmscript.value.Simple.BOOL;
import static org.tickmark.script.crmscript.value.Simple.BYTE;
import static org.tickmark.script.crmscript.value.Simple.FLOAT;
import static org.tickmark.script.crmscript.value.Simple.INTEGER;
import static org.tickmark.script.crmscript.value.Simple.LONG;
import static org.tickmark.script.crmscript.value.Simple.STRING;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.List;
import org.tickmark.script.crmscript.problem.Texts;
import org.tickmark.script.crmscript.value.Arguments;
import org.tickmark.script.crmscript.value.Fault;
import org.tickmark.script.crmscript.value.Run;
import org.tickmark.script.crmscript.value.Simple;
import org.tickmark.script.crmscript.value.Values;

/** {@code Integer}, {@code Long}, {@code Byte}, {@code Float}, {@code Bool}, and functions of numbers. */
final class NumberLibrary {
    private static final int MOST_DECIMALS = 30;
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int MOST_LETTERS = 1_000;
    /** Passwords must not follow from a seed. */
    private static final SecureRandom SECRET = new SecureRandom();

    private NumberLibrary() {}

    static void addTo(Library library) {
        for (Simple type : List.of(BYTE, INTEGER, LONG)) {
            whole(library, type);
        }
        real(library);
        library.method(BOOL, STRING, "toString", (run, a) -> a.flag(0) ? "true" : "false");
        library.method(BOOL, INTEGER, "toInteger", (run, a) -> a.flag(0) ? 1L : 0L);
        functions(library);
    }

    private static void whole(Library library, Simple type) {
        library.method(type, STRING, "toString", (run, a) -> Lib.made(run, Values.text(a.raw(0))));
        library.method(type, STRING, "toHex", (run, a) -> hex(a.whole(0), type));
        library.method(type, type, "abs", (run, a) -> Lib.checked(Math.abs(a.whole(0)), type));
        library.method(type, BOOL, "toBool", (run, a) -> a.whole(0) != 0);
        library.method(type, BOOL, "isNull", (run, a) -> a.raw(0) == null);
        library.method(
                type, INTEGER, "toInteger", (run, a) -> a.raw(0) == null ? null : Lib.checked(a.whole(0), INTEGER));
        library.method(type, LONG, "toLong", (run, a) -> a.raw(0));
        library.method(type, FLOAT, "toFloat", (run, a) -> a.raw(0) == null ? null : (Object) (double) a.whole(0));
        if (type != BYTE) {
            library.function(type, type.word(), (run, a) -> a.raw(0), type);
            library.function(type, type.word(), (run, a) -> Numbers.whole(a.text(0), type), STRING);
            library.function(type, type.word(), (run, a) -> truncated(a.real(0), type), FLOAT);
        }
        library.function(STRING, "toHex", (run, a) -> hex(a.whole(0), type), type);
    }

    private static String hex(long number, Simple type) {
        return type == LONG ? Long.toHexString(number) : Integer.toHexString((int) number);
    }

    private static Long truncated(double real, Simple type) {
        return decimal(real, 0, RoundingMode.DOWN, type);
    }

    private static Long decimal(double real, int scale, RoundingMode rounding, Simple type) {
        try {
            return Lib.checked(
                    BigDecimal.valueOf(real).setScale(scale, rounding).longValueExact(), type);
        } catch (ArithmeticException e) {
            throw new Fault(Fault.MATH, Texts.text("run.overflow", type.word()));
        }
    }

    private static void real(Library library) {
        library.method(FLOAT, STRING, "toString", (run, a) -> Lib.made(run, Values.text(a.raw(0))));
        library.method(FLOAT, STRING, "toString", NumberLibrary::decimals, INTEGER);
        library.method(FLOAT, FLOAT, "abs", (run, a) -> Math.abs(a.real(0)));
        library.method(FLOAT, INTEGER, "round", (run, a) -> decimal(a.real(0), 0, RoundingMode.HALF_UP, INTEGER));
        library.method(FLOAT, INTEGER, "floor", (run, a) -> decimal(a.real(0), 0, RoundingMode.FLOOR, INTEGER));
        library.method(FLOAT, INTEGER, "toInteger", (run, a) -> truncated(a.real(0), INTEGER));
        library.method(FLOAT, LONG, "toLong", (run, a) -> truncated(a.real(0), LONG));
        library.method(FLOAT, FLOAT, "toFloat", (run, a) -> a.raw(0));
        library.method(FLOAT, BOOL, "isNull", (run, a) -> a.raw(0) == null);
        library.function(FLOAT, "Float", (run, a) -> a.raw(0), FLOAT);
        library.function(FLOAT, "Float", (run, a) -> Numbers.real(a.text(0)), STRING);
        library.function(INTEGER, "Integer", (run, a) -> Lib.checked(a.whole(0), INTEGER), LONG);
        library.function(BYTE, "Byte", (run, a) -> a.whole(0) & 0xff, INTEGER);
        library.function(BOOL, "Bool", (run, a) -> a.flag(0), BOOL);
    }

    /** Rounds the decimal number that the Float stands for, halves away from zero. */
    private static Object decimals(Run run, Arguments a) {
        int decimals = Lib.index(a.whole(1), MOST_DECIMALS);
        BigDecimal rounded = BigDecimal.valueOf(a.real(0)).setScale(decimals, RoundingMode.HALF_UP);
        return Lib.made(run, rounded.toPlainString());
    }

    private static void functions(Library library) {
        library.function(INTEGER, "modulo", (run, a) -> modulo(a.whole(0), a.whole(1)), INTEGER, INTEGER);
        library.function(FLOAT, "pow", (run, a) -> power(a.real(0), a.real(1)), FLOAT, FLOAT);
        library.function(INTEGER, "rand", (run, a) -> (long) run.random().nextInt(Integer.MAX_VALUE));
        library.function(INTEGER, "rand", (run, a) -> below(run, a.whole(0)), INTEGER);
        library.function(STRING, "makePassword", (run, a) -> password(run, a.whole(0)), INTEGER);
        library.function(FLOAT, "round", (run, a) -> rounded(a.real(0), a.whole(1)), FLOAT, INTEGER);
    }

    private static Object modulo(long number, long divisor) {
        if (divisor == 0) {
            throw new Fault(Fault.MATH, Texts.text("run.division"));
        }
        return Math.floorMod(number, divisor);
    }

    private static Object power(double base, double exponent) {
        double result = Math.pow(base, exponent);
        if (Double.isInfinite(result) || Double.isNaN(result)) {
            throw new Fault(Fault.MATH, Texts.text("run.overflow", FLOAT.word()));
        }
        return result;
    }

    private static Object below(Run run, long bound) {
        if (bound < 1) {
            throw new Fault(Fault.MATH, Texts.text("run.bound", String.valueOf(bound)));
        }
        return (long) run.random().nextInt((int) bound);
    }

    private static Object rounded(double real, long decimals) {
        return BigDecimal.valueOf(real)
                .setScale(Lib.index(decimals, MOST_DECIMALS), RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static Object password(Run run, long length) {
        int letters = Lib.index(length, MOST_LETTERS);
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            password.append(LETTERS.charAt(SECRET.nextInt(LETTERS.length())));
        }
        return Lib.made(run, password.toString());
    }
}

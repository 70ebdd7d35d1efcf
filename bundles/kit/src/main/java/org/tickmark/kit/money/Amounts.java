package org.tickmark.kit.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Exact amounts: how many decimals a currency has, and an amount as text and as a scaled long. Nothing is ever rounded. */
public final class Amounts {
    private static final int USUAL_MINOR_UNITS = 2;

    /** ISO 4217 currencies that a Java 17 may not know, or not as the standard has them; others it does not know have 2. */
    private static final Map<String, Integer> EXCEPTIONS = Map.of("CLF", 4, "UYW", 4, "UYI", 0, "ISK", 0);

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int GROUP = 3;

    /** A long has at most 19 digits; more are refused before they are computed. */
    private static final int LONG_DIGITS = 19;

    private Amounts() {}

    /** The decimals of a currency by ISO 4217; 2 for a code that is not known or has none of its own. */
    public static int minorUnits(String currency) {
        Integer exception = EXCEPTIONS.get(currency);
        if (exception != null) {
            return exception;
        }
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? USUAL_MINOR_UNITS : digits;
        } catch (IllegalArgumentException e) {
            return USUAL_MINOR_UNITS;
        }
    }

    /** For programs and files: a point, no grouping, no exponent; the currency's decimals, and more only where not zero. */
    public static String plain(BigDecimal amount, String currency) {
        return withDecimals(amount, currency).toPlainString();
    }

    /**
     * For people: grouped by thousands, {@code 1,250.00}; in Norwegian and Swedish {@code 1 250,00} with a no-break space. The
     * minus is the one on the keyboard, so that spreadsheets take the amount when it is pasted.
     */
    public static String display(BigDecimal amount, String currency, Locale locale) {
        String plain = withDecimals(amount.abs(), currency).toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        boolean nordic = isNordic(locale);
        StringBuilder text = new StringBuilder();
        if (amount.signum() < 0) {
            text.append('-');
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % GROUP == 0) {
                text.append(nordic ? NO_BREAK_SPACE : ',');
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(nordic ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return text.toString();
    }

    private static boolean isNordic(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nb", "nn", "no", "sv" -> true;
            default -> false;
        };
    }

    private static BigDecimal withDecimals(BigDecimal amount, String currency) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), minorUnits(currency)), RoundingMode.UNNECESSARY);
    }

    /**
     * The amount in units of 10<sup>-scale</sup>: 12.50 with scale 2 is 1250.
     *
     * @throws ArithmeticException if the amount has more decimals than the scale, or does not fit into a long
     */
    public static long toScaledLong(BigDecimal amount, int scale) {
        BigDecimal stripped = amount.stripTrailingZeros();
        if (stripped.scale() > scale) {
            throw new ArithmeticException("Amount " + amount + " has more than " + scale + " decimals");
        }
        long digits = (long) stripped.precision() - stripped.scale() + scale;
        if (stripped.signum() != 0 && digits > LONG_DIGITS) {
            throw tooLarge(amount, scale, null);
        }
        try {
            return stripped.setScale(scale, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw tooLarge(amount, scale, e);
        }
    }

    private static ArithmeticException tooLarge(BigDecimal amount, int scale, ArithmeticException cause) {
        ArithmeticException failure =
                new ArithmeticException("Amount " + amount + " with " + scale + " decimals does not fit into 64 bits");
        failure.initCause(cause);
        return failure;
    }

    /** The amount that {@link #toScaledLong} made this number of. */
    public static BigDecimal fromScaledLong(long units, int scale) {
        return BigDecimal.valueOf(units, scale);
    }
}

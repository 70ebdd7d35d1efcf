package org.tickmark.testkit.file;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers of accounts and references that no bank gave out but that are formed as if one had. */
final class Numbers {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int MOD_11_WEIGHTS = 6;

    private Numbers() {}

    /** Digits and their Luhn digit (ISO/IEC 7812-1). */
    static String withLuhn(String digits) {
        int sum = 0;
        for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
            int digit = digits.charAt(i) - '0';
            int weighted = place % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** An IBAN (ISO 13616) of a country, two capital letters, and the digits of a national number. */
    static String iban(String country, String digits) {
        int letters = (country.charAt(0) - 'A' + 10) * 100 + country.charAt(1) - 'A' + 10;
        int rest = new BigInteger(digits + letters + "00").mod(MODULUS).intValue();
        return String.format(Locale.ROOT, "%s%02d%s", country, 98 - rest, digits);
    }

    /** A Norwegian account number: ten digits and their modulus 11 digit; the next base that has one. */
    static String norwegian(long base) {
        for (long candidate = base; ; candidate++) {
            String digits = String.format(Locale.ROOT, "%010d", candidate);
            int sum = 0;
            for (int i = digits.length() - 1, place = 0; i >= 0; i--, place++) {
                sum += (digits.charAt(i) - '0') * (2 + place % MOD_11_WEIGHTS);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }
}

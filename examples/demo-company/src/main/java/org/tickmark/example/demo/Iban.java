package org.tickmark.example.demo;

import java.math.BigInteger;

/** International bank account numbers, ISO 13616. */
final class Iban {
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    /** The IBAN of 20 digits of bank code and account, with its check digits (ISO 7064, MOD 97-10). */
    static String swedish(String digits) {
        String asNumber = digits + "2814" + "00"; // S = 28, E = 14
        int check = 98 - new BigInteger(asNumber).mod(MODULUS).intValue();
        return "SE" + (check < 10 ? "0" : "") + check + digits;
    }
}

package org.tickmark.access;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickmark.kit.hash.Sha256;

/**
 * A token as programs show it: {@code tmk_<id>_<secret>}, the id of 10 and the secret of 52 digits to base 32, which are 256 bits. The prefix lets
 * scanners of source code find tokens that should not be there.
 */
record TokenText(String id, String secret) {
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID = 10;
    private static final int SECRET = 52;
    private static final Pattern FORM = Pattern.compile("tmk_([a-z2-7]{10})_([a-z2-7]{52})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static TokenText made() {
        return new TokenText(digits(ID), digits(SECRET));
    }

    /** The parts of a text; empty if it is no token. */
    static Optional<TokenText> of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new TokenText(parts.group(1), parts.group(2))) : Optional.empty();
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        RANDOM.ints(count, 0, DIGITS.length()).forEach(i -> digits.append(DIGITS.charAt(i)));
        return digits.toString();
    }

    /** What is kept of the secret: as nobody can guess 256 bits, one round of hashing is enough. */
    String hash() {
        return Sha256.hex(secret);
    }

    String text() {
        return "tmk_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "tmk_" + id;
    }
}

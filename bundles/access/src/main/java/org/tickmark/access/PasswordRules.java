package org.tickmark.access;

import java.util.Locale;

/** What a password must be like: long, and nothing else (NIST SP 800-63B, 5.1.1.2), but for the name of its user. */
final class PasswordRules {
    private static final int SHORTEST = 12;
    /** More than anybody types; hashing must not take long. */
    private static final int LONGEST = 200;

    private static final int LEAST_DIFFERENT = 5;

    private PasswordRules() {}

    /** Whether anybody can have this password. */
    static boolean isPossible(char[] password) {
        return password.length >= SHORTEST && password.length <= LONGEST;
    }

    /** Refuses a password that is short, long, or easily guessed. */
    static void require(String user, char[] password) {
        String where = "user/" + user;
        if (!isPossible(password)) {
            throw AccessProblems.invalid("password.length", SHORTEST, LONGEST)
                    .where(where)
                    .found(String.valueOf(password.length))
                    .expected(SHORTEST + "–" + LONGEST)
                    .exception();
        }
        String text = new String(password).toLowerCase(Locale.ROOT);
        if (text.contains(user) || text.chars().distinct().count() < LEAST_DIFFERENT) {
            throw AccessProblems.invalid("password.easy").where(where).exception();
        }
    }
}

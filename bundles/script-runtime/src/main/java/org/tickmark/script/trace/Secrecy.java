package org.tickmark.script.trace;

import java.util.regex.Pattern;

/** Which values no trace holds: those whose names say that they are secret. */
final class Secrecy {
    static final String HIDDEN = "***";

    private static final Pattern NAMES = Pattern.compile(
            "password|passwd|passphrase|secret|token|api_?key|credential|passord|hemmelig|l(ö|o)senord|hemlig",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Secrecy() {}

    static boolean hides(String path) {
        return NAMES.matcher(path).find();
    }
}

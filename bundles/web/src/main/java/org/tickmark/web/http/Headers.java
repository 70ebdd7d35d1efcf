package org.tickmark.web.http;

import java.util.List;
import org.tickmark.web.http.Answer.Header;

/** The headers that every answer has, whatever it is: nothing runs, loads or frames here that does not come from here. */
final class Headers {
    /** Everything from here only, and nothing inline. Source: W3C, "Content Security Policy Level 3". */
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    static final List<Header> ALWAYS = List.of(
            new Header("Content-Security-Policy", POLICY),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("X-Frame-Options", "DENY"),
            // Not "no-referrer": with that, browsers send "Origin: null" with our own forms too. Source: WHATWG,
            // "Fetch", serializing a request origin.
            new Header("Referrer-Policy", "same-origin"),
            new Header("Cross-Origin-Opener-Policy", "same-origin"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"),
            new Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));

    static final Header UNLESS_SAID = new Header("Cache-Control", "no-store");
    static final Header SECURE_ONLY = new Header("Strict-Transport-Security", "max-age=31536000");

    private Headers() {}
}

package org.tickmark.web.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A request.
 *
 * @param method in capitals
 * @param path decoded, without {@code .} and {@code ..}
 * @param query what stands behind the question mark
 * @param headers by name in lower case; of a header that came several times, the values joined by commas
 * @param address of who asks, such as {@code 192.0.2.7}
 * @param secure whether nobody on the way can read along
 * @param body reads the body as UTF-8; takes the most bytes it may have, and throws a {@link Refusal}
 */
public record Ask(
        String method,
        String path,
        Parameters query,
        Map<String, String> headers,
        String address,
        boolean secure,
        IntFunction<String> body) {
    /** The most bytes that a form may have. */
    public static final int MOST_FORM = 256 * 1024;

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        for (String pair : header("cookie").orElse("").split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                return Optional.of(pair.substring(equals + 1).strip());
            }
        }
        return Optional.empty();
    }

    /** The type of the body, in lower case without its parameters; empty if it has none. */
    public String type() {
        return header("content-type").orElse("").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body as a form.
     *
     * @throws Refusal if it is none
     */
    public Parameters form() {
        if (!type().equals("application/x-www-form-urlencoded")) {
            throw new Refusal(415);
        }
        return Parameters.parse(body.apply(MOST_FORM));
    }

    /** Whether the page that asks shall be changed in its place, and not loaded anew. */
    public boolean inPlace() {
        return header("hx-request").isPresent();
    }
}

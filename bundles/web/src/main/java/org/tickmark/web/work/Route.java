package org.tickmark.web.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tickmark.web.http.Answer;

/**
 * A door: method and path, who is let in, and what is behind it.
 *
 * @param method {@code GET} or {@code POST}
 * @param path its parts; one in braces stands for any
 * @param access who is let in
 * @param handler what is behind it
 */
record Route(String method, String path, Access access, Handler handler) {
    /** What is behind a route. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Visit visit);
    }

    static Route get(String path, Access access, Handler handler) {
        return new Route("GET", path, access, handler);
    }

    static Route post(String path, Access access, Handler handler) {
        return new Route("POST", path, access, handler);
    }

    /** The parts left open, by name; empty if this is another path. */
    Optional<Map<String, String>> match(String asked) {
        String[] pattern = path.split("/", -1);
        String[] given = asked.split("/", -1);
        if (pattern.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{") && !given[i].isEmpty()) {
                parts.put(pattern[i].substring(1, pattern[i].length() - 1), given[i]);
            } else if (!pattern[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}

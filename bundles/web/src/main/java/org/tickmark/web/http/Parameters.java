package org.tickmark.web.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Names and values as a query or a form gives them, in order; a name may come several times. */
public record Parameters(Map<String, List<String>> values) {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(Map.of());

    private static final int MOST = 500;

    public Parameters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws Refusal with status 400 if it is not of that form, or more than some hundred parameters
     */
    public static Parameters parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            count++;
            if (count > MOST) {
                throw new Refusal(400);
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, e);
        }
    }

    /** The first value of a name; empty if there is none or it is empty. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** The values of a name, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The same with one value in place of those of a name; an empty value leaves the name out. */
    public Parameters with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value));
        }
        return new Parameters(changed);
    }

    /** A path with these parameters as its query. */
    public String on(String path) {
        StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        values.forEach((name, texts) -> texts.forEach(text -> query.add(encoded(name) + "=" + encoded(text))));
        return query.toString();
    }

    /** A text as a part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.tickmark.web.work;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickmark.web.http.Answer;
import org.tickmark.web.http.Ask;
import org.tickmark.web.http.Parameters;

/** A browser without pictures: it keeps cookies and sends what it is told to. One thread at a time. */
final class Browser {
    private static final Pattern KEY = Pattern.compile("name=\"form_key\" value=\"([^\"]+)\"");

    private final Dispatcher dispatcher;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String formKey = "";

    Browser(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        headers.put("host", "localhost:" + Bench.PORT);
    }

    Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    Browser formKey(String key) {
        formKey = key;
        return this;
    }

    /** Sends a header with every request from now on; an empty one no more. */
    Browser header(String name, String value) {
        headers.put(name, value);
        if (value.isEmpty()) {
            headers.remove(name);
        }
        return this;
    }

    Answer get(String address) {
        return send("GET", address, "", "");
    }

    /** Sends a form with the key of the session. */
    Answer post(String address, String... namesAndValues) {
        Parameters form = Parameters.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form = form.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return postForm(address, form.with("form_key", formKey));
    }

    Answer postForm(String address, Parameters form) {
        String body = form.on("");
        return send("POST", address, "application/x-www-form-urlencoded", body.isEmpty() ? "" : body.substring(1));
    }

    Answer json(String address, String body) {
        return send("POST", address, "application/json", body);
    }

    Answer send(String method, String address, String type, String body) {
        int question = address.indexOf('?');
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!type.isEmpty()) {
            all.put("content-type", type);
        }
        if (!cookies.isEmpty()) {
            all.put(
                    "cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Answer answer = dispatcher.apply(new Ask(
                method,
                question < 0 ? address : address.substring(0, question),
                question < 0 ? Parameters.NONE : Parameters.parse(address.substring(question + 1)),
                all,
                "192.0.2.7",
                false,
                most -> body));
        keep(answer);
        return answer;
    }

    private void keep(Answer answer) {
        for (Answer.Header header : answer.headers()) {
            if (header.name().equals("Set-Cookie")) {
                String[] pair = header.value().split(";", -1)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
        }
        Matcher matcher = KEY.matcher(body(answer));
        if (matcher.find()) {
            formKey = matcher.group(1);
        }
    }

    static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static Optional<String> header(Answer answer, String name) {
        return headers(answer, name).stream().findFirst();
    }

    static List<String> headers(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Answer.Header::value)
                .toList();
    }
}

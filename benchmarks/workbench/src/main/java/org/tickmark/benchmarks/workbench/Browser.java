package org.tickmark.benchmarks.workbench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Somebody at the workbench, who asks for one thing after the other. */
final class Browser {
    private static final String NAME = "kari";
    private static final String PASSWORD = "en ganske lang setning 17";
    private static final Pattern LINK = Pattern.compile("href=\"(/w/[^\"#]+)");
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)");
    private static final Pattern KEY = Pattern.compile("name=\"form_key\" value=\"([^\"]+)\"");
    private static final int FAILED = 400;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String key = "";

    /** @param address of the workbench, such as {@code http://127.0.0.1:8787} */
    Browser(String address) {
        this.address = address;
    }

    /** Makes the first administrator, and is signed in as such. */
    void setUp(String code) throws IOException, InterruptedException {
        post(
                "/setup",
                List.of(
                        Map.entry("code", code),
                        Map.entry("name", NAME),
                        Map.entry("password", PASSWORD),
                        Map.entry("again", PASSWORD)));
        Matcher found = KEY.matcher(get("/account"));
        if (!found.find()) {
            throw new IOException("The account page has no form: it was not possible to sign in");
        }
        key = found.group(1);
    }

    /**
     * A page.
     *
     * @throws IOException if it says that it failed
     */
    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        return sound(path, client.send(request, BodyHandlers.ofString()));
    }

    /**
     * Sends the form of a command.
     *
     * @throws IOException if the command fails
     */
    void give(String path, List<Map.Entry<String, String>> fields) throws IOException, InterruptedException {
        List<Map.Entry<String, String>> whole = new ArrayList<>(fields);
        whole.add(Map.entry("form_key", key));
        post(path, whole);
    }

    private void post(String path, List<Map.Entry<String, String>> fields) throws IOException, InterruptedException {
        String body = String.join(
                "&",
                fields.stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .toList());
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        sound(path, client.send(request, BodyHandlers.ofString()));
    }

    private static String sound(String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= FAILED || answer.body().contains("class=\"card error\"")) {
            throw new IOException(path + " failed with status " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    /** The addresses of views that a page leads to, in its order. */
    static List<String> links(String page) {
        return found(LINK, page);
    }

    /** How many bytes a browser loads that shows this page for the first time, all of them packed. */
    int firstLoad(String page) throws IOException, InterruptedException {
        int bytes = packed(page);
        for (String part : found(PART, page)) {
            bytes += packed(get(part));
        }
        return bytes;
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(result -> result.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
    }

    /** How many bytes a text takes as gzip. */
    static int packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}

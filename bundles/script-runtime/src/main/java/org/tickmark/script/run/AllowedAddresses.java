package org.tickmark.script.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where addresses begin that scripts may ask.
 *
 * @param beginnings scheme, host, port and the folders that the path begins with
 */
record AllowedAddresses(List<URI> beginnings) {
    AllowedAddresses {
        beginnings = List.copyOf(beginnings);
    }

    /** Reads beginnings between commas or spaces: {@code https://api.example.org, https://bank.example.org/rates}. */
    static AllowedAddresses read(String text) {
        List<URI> beginnings = new ArrayList<>();
        for (String word : text.split("[\\s,]+", -1)) {
            if (!word.isEmpty()) {
                beginnings.add(web(word).orElseThrow(() -> Texts.problem("config.http-allowed", "http.allowed")
                        .where("script.httpAllowed")
                        .found(word)
                        .expected("https://api.example.org/v1")
                        .exception()));
            }
        }
        return new AllowedAddresses(beginnings);
    }

    /** The address, if it begins as one of these. */
    URI require(String given) {
        return web(given)
                .filter(address -> beginnings.stream().anyMatch(beginning -> begins(address, beginning)))
                .orElseThrow(() -> Texts.problem("script.http-refused", "http.refused")
                        .found(given)
                        .expected(beginnings.isEmpty() ? "-" : joined())
                        .advice(Texts.message("http.refused.advice"))
                        .exception());
    }

    private String joined() {
        return String.join(", ", beginnings.stream().map(URI::toString).toList());
    }

    /** An address of the web without a user, and without steps upward in its path. */
    private static Optional<URI> web(String given) {
        try {
            URI address = new URI(given);
            boolean plain = isWeb(address)
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.normalize().getRawPath().equals(address.getRawPath())
                    && !address.getPath().contains("/..");
            return Optional.of(address).filter(one -> plain);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
    }

    private static boolean begins(URI address, URI beginning) {
        return address.getScheme().equalsIgnoreCase(beginning.getScheme())
                && address.getHost().equalsIgnoreCase(beginning.getHost())
                && port(address) == port(beginning)
                && folder(address).startsWith(folder(beginning));
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String folder(URI address) {
        String path = address.getPath();
        return path.endsWith("/") ? path : path + "/";
    }
}

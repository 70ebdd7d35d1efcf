package org.tickmark.batch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickmark.api.Problem;
import org.tickmark.api.setting.Settings;

/**
 * Calls an address after each run that ended well: whoever waits there for the call notices a night without one, even if this machine is gone. Safe
 * for use from many threads.
 */
final class SignOfLife {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int FIRST_FAILURE = 300;

    private final Settings settings;

    SignOfLife(Settings settings) {
        this.settings = settings;
    }

    /** Calls; returns why that failed. Without an address it does nothing. */
    Optional<Problem> give() {
        String address = settings.get(BatchSettings.ALIVE_URL);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            int status = call(new URI(address));
            return status < FIRST_FAILURE ? Optional.empty() : Optional.of(Problems.noSignOfLife("HTTP " + status));
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.of(Problems.noSignOfLife(e.toString()));
        }
    }

    private static int call(URI address) throws IOException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IOException("expected http or https, found " + scheme);
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        // The address that is set is called, and not one to which whoever answers there sends us.
        connection.setInstanceFollowRedirects(false);
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}

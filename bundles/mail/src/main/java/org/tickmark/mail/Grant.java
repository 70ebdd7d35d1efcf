package org.tickmark.mail;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * By what access tokens of OAuth 2.0 are given (RFC 6749): a refresh token (section 6), or the credentials of this program itself (section 4.4).
 *
 * @param url the token endpoint
 * @param clientSecret the secret of this program, sent in the body (section 2.3.1)
 * @param refreshToken the refresh token; empty where the credentials of this program do
 * @param timeout how long the endpoint may take
 */
record Grant(
        URI url,
        String clientId,
        Optional<String> clientSecret,
        Optional<String> refreshToken,
        Optional<String> scope,
        Duration timeout) {
    /** The request as a form. */
    String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", refreshToken.isPresent() ? "refresh_token" : "client_credentials");
        refreshToken.ifPresent(token -> fields.put("refresh_token", token));
        fields.put("client_id", clientId);
        clientSecret.ifPresent(secret -> fields.put("client_secret", secret));
        scope.ifPresent(wanted -> fields.put("scope", wanted));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return clientId + " at " + url;
    }
}

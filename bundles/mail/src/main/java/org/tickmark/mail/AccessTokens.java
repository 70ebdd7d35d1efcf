package org.tickmark.mail;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Access tokens of OAuth 2.0, asked for when there is none that is good for a minute more. Safe for use from many threads. */
final class AccessTokens {
    private static final Duration TO_SPARE = Duration.ofMinutes(1);
    /** How long a token is used whose endpoint does not say how long it is good. */
    private static final Duration NOT_SAID = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Clock clock;
    private Optional<Token> current = Optional.empty();

    AccessTokens(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A token, with what it was given for; neither of which is ever told.
     *
     * @param goodUntil when to ask for another one
     */
    private record Token(String text, String grantedTo, Instant goodUntil) {}

    /**
     * A token that can be used now.
     *
     * @throws IOException if none is given; the message tells why, without secrets
     * @throws org.tickmark.api.TickmarkException with code {@code config.invalid} if a setting is missing or wrong
     */
    synchronized String token() throws IOException {
        Grant grant = accounts.grant();
        String asked = grant.toString() + grant.scope();
        if (current.isEmpty()
                || !current.get().grantedTo().equals(asked)
                || !clock.instant().isBefore(current.get().goodUntil())) {
            current = Optional.of(ask(grant, asked));
        }
        return current.get().text();
    }

    /** The token was not accepted: the next one is asked for anew. */
    synchronized void forget() {
        current = Optional.empty();
    }

    private Token ask(Grant grant, String asked) throws IOException {
        Instant now = clock.instant();
        TokenAnswer answer = answer(grant);
        String token = answer.accessToken().orElseThrow(() -> new IOException(answer.refusal()));
        answer.refreshToken()
                .filter(next -> grant.refreshToken().stream().noneMatch(next::equals))
                .ifPresent(accounts::keepRefreshToken);
        Duration good = answer.lifetime().map(span -> span.minus(TO_SPARE)).orElse(NOT_SAID);
        return new Token(token, asked, now.plus(good));
    }

    private static TokenAnswer answer(Grant grant) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(grant.url())
                .timeout(grant.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(grant.form()))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(grant.timeout())
                    .build()
                    .send(request, BodyHandlers.ofString());
            return TokenAnswer.of(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

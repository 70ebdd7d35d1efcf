package org.tickmark.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a token endpoint has answered (RFC 6749, sections 5.1 and 5.2). */
final class TokenAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_SAID = 200;

    private final int status;
    private final Map<String, String> fields;

    private TokenAnswer(int status, Map<String, String> fields) {
        this.status = status;
        this.fields = fields;
    }

    /** Reads an answer; one that is no JSON object has no fields. */
    static TokenAnswer of(int status, String body) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, parser.getText());
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return new TokenAnswer(status, Map.of("error", "no JSON"));
        }
        return new TokenAnswer(status, fields);
    }

    /** The access token; empty if none was given. */
    Optional<String> accessToken() {
        return status == 200 ? field("access_token") : Optional.empty();
    }

    /** The refresh token that takes the place of the one before; empty if that stays. */
    Optional<String> refreshToken() {
        return field("refresh_token");
    }

    /** How long the access token is good; empty if that is not said. */
    Optional<Duration> lifetime() {
        return field("expires_in")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds);
    }

    /** Why there is no access token, in one line. */
    String refusal() {
        String said = field("error").orElse("no access_token")
                + field("error_description").map(text -> ": " + text).orElse("");
        String line = Cells.oneLine("HTTP " + status + ", " + said);
        return line.length() <= LONGEST_SAID ? line : line.substring(0, LONGEST_SAID) + "…";
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(text -> !text.isEmpty());
    }
}

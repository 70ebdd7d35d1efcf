package org.tickmark.web.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.web.http.Parameters;
import org.tickmark.web.page.Texts;

/**
 * A command given as JSON, as the values that a form would send: {@code arguments} and {@code options} hold texts, numbers, true or lists of them by name;
 * {@code yes} answers every question with yes; {@code secret} is what the command may ask for.
 */
final class JsonCommand {
    private static final int DEPTH = 4;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private JsonCommand() {}

    /**
     * Reads it.
     *
     * @throws org.tickmark.api.TickmarkException with code {@code web.json} if it is no such JSON
     */
    static Parameters read(String json) {
        JsonCommand command = new JsonCommand();
        try (JsonParser parser = FACTORY.createParser(json.isBlank() ? "{}" : json)) {
            command.read(parser);
            return new Parameters(command.values);
        } catch (IOException e) {
            throw Texts.problem("web.json").exception(e);
        }
    }

    private void read(JsonParser parser) throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "arguments" -> named(parser, CommandWords.ARGUMENT);
                case "options" -> named(parser, CommandWords.OPTION);
                case "yes" -> value(parser, CommandWords.YES);
                case "secret" -> value(parser, CommandWords.SECRET);
                default -> throw Texts.problem("web.json").found(name).exception();
            }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
    }

    private void named(JsonParser parser, String prefix) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                value(parser, name);
                continue;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, name);
            }
        }
    }

    private void value(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.currentToken();
        require(token.isScalarValue());
        if (token != JsonToken.VALUE_NULL && token != JsonToken.VALUE_FALSE) {
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(parser.getText());
        }
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw Texts.problem("web.json").exception();
        }
    }
}

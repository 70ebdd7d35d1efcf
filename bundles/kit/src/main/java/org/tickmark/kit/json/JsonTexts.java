package org.tickmark.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON object whose values are all texts: what a column of particulars holds. */
public final class JsonTexts {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /** The object in one line, members in key order: the same texts always give the same line. */
    public static String write(Map<String, String> texts) {
        return Json.compact(new TreeMap<>(texts));
    }

    /**
     * Reads such an object.
     *
     * @return the texts, in key order
     * @throws IllegalArgumentException if it is none, or a key comes twice; the message tells the column but not the text
     */
    public static SortedMap<String, String> read(String json) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            require(parser, parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                require(parser, parser.nextToken() == JsonToken.VALUE_STRING);
                require(parser, texts.put(key, parser.getText()) == null);
            }
            require(parser, parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
            return Collections.unmodifiableSortedMap(texts);
        } catch (IOException e) {
            throw noTexts(-1, e);
        }
    }

    private static void require(JsonParser parser, boolean expected) {
        if (!expected) {
            throw noTexts(parser.currentLocation().getColumnNr(), null);
        }
    }

    private static IllegalArgumentException noTexts(int column, IOException cause) {
        String place = column < 0 ? "" : " at column " + column;
        return new IllegalArgumentException("Expected a JSON object of texts" + place, cause);
    }
}

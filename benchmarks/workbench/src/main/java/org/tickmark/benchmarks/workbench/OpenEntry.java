package org.tickmark.benchmarks.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry that is open, as {@code rec open} tells it.
 *
 * @param key its key
 * @param side {@code bank} or {@code ledger}
 * @param amount what is open of it
 */
record OpenEntry(String key, String side, BigDecimal amount) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Those of an answer as JSON.
     *
     * @throws IOException if it is no such answer
     */
    static List<OpenEntry> read(String answer) throws IOException {
        List<OpenEntry> entries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(answer)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    entries.add(entry(json));
                }
            }
        }
        return entries;
    }

    private static OpenEntry entry(JsonParser json) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (json.currentToken().isScalarValue()) {
                members.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
        if (!members.keySet().containsAll(List.of("entry_id", "side", "amount"))) {
            throw new IOException("An open entry without key, side or amount: " + members);
        }
        return new OpenEntry(members.get("entry_id"), members.get("side"), new BigDecimal(members.get("amount")));
    }
}

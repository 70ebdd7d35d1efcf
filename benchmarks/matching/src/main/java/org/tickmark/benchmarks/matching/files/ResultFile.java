package org.tickmark.benchmarks.matching.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.benchmarks.matching.score.Match;
import org.tickmark.benchmarks.matching.score.Result;
import org.tickmark.benchmarks.matching.score.Suggestion;

/**
 * Reads what {@code tickmark match BANK LEDGER -o json} says. Rows are given by their names, or as objects that have a name under {@code id},
 * {@code row}, {@code bank} or {@code ledger}. For one file.
 */
public final class ResultFile {
    private static final List<String> NAMES = List.of("id", "row", "bank", "ledger");

    private final TruthFile truth;
    private final List<Match> matches = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<Integer> openBank = new ArrayList<>();
    private final List<Integer> openLedger = new ArrayList<>();
    private boolean proven;

    private ResultFile(TruthFile truth) {
        this.truth = truth;
    }

    /**
     * Reads a result.
     *
     * @throws IllegalArgumentException if it names a row that the truth does not know
     */
    public static Result read(Path file, TruthFile truth) throws IOException {
        ResultFile reading = new ResultFile(truth);
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                json.nextToken();
                reading.member(member, json);
            }
        }
        return new Result(reading.matches, reading.suggestions, reading.openBank, reading.openLedger, reading.proven);
    }

    private void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "matches" -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    addMatch((Map<?, ?>) value(json));
                }
            }
            case "suggestions" -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    addSuggestion((Map<?, ?>) value(json));
                }
            }
            case "open" -> {
                Map<?, ?> open = (Map<?, ?>) value(json);
                openBank.addAll(rows(open.get("bank"), truth.bank()));
                openLedger.addAll(rows(open.get("ledger"), truth.ledger()));
            }
            case "proof" -> proven = value(json) instanceof Map<?, ?> proof && Boolean.TRUE.equals(proof.get("ok"));
            default -> json.skipChildren();
        }
    }

    private void addMatch(Map<?, ?> match) {
        Object difference = match.get("difference");
        String evidence = String.valueOf(match.get("evidence"));
        matches.add(new Match(
                String.valueOf(match.get("rule")),
                rows(match.get("bank"), truth.bank()),
                rows(match.get("ledger"), truth.ledger()),
                difference == null ? BigDecimal.ZERO : new BigDecimal(difference.toString()),
                () -> evidence));
    }

    private void addSuggestion(Map<?, ?> suggestion) {
        List<Integer> bank = rows(suggestion.get("bank"), truth.bank());
        List<Integer> ledger = rows(suggestion.get("ledger"), truth.ledger());
        Object rank = suggestion.get("rank");
        String anchor = bank.isEmpty() ? "ledger" + ledger : "bank" + bank;
        int order = ranks.merge(anchor, 1, Integer::sum);
        suggestions.add(new Suggestion(bank, ledger, rank == null ? order : Integer.parseInt(rank.toString())));
    }

    private static List<Integer> rows(Object named, Map<String, Integer> numbers) {
        if (named == null) {
            return List.of();
        }
        List<Integer> rows = new ArrayList<>();
        for (Object row : named instanceof List<?> list ? list : List.of(named)) {
            String name = name(row);
            Integer number = numbers.get(name);
            if (number == null) {
                throw new IllegalArgumentException("Row '" + name
                        + "' is not in truth.csv; score the result of the very files that were written with it");
            }
            rows.add(number);
        }
        return rows;
    }

    private static String name(Object row) {
        if (row instanceof Map<?, ?> object) {
            return NAMES.stream()
                    .filter(object::containsKey)
                    .findFirst()
                    .map(member -> String.valueOf(object.get(member)))
                    .orElse("");
        }
        return row.toString();
    }

    /** The value at hand: text, number, truth value, null, list or map. */
    private static Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String member = json.currentName();
                    json.nextToken();
                    object.put(member, value(json));
                }
                return object;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                return list;
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return json.getText();
            }
        }
    }
}

package org.tickmark.importers.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.message.Message;

/** Problems of files as documents, which outlive the bundles that told them: so their texts are kept in every language. */
final class KeptProblems {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> OTHER_LANGUAGES = List.of("nb", "sv");

    private KeptProblems() {}

    static List<Map<String, Object>> documents(List<Problem> problems) {
        return problems.stream().map(KeptProblems::document).toList();
    }

    private static Map<String, Object> document(Problem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("severity", problem.severity());
        document.put("code", problem.code());
        document.put("what", problem.what().text(Locale.ENGLISH));
        document.put("where", problem.where());
        document.put("found", problem.found());
        document.put("expected", problem.expected());
        document.put("advice", problem.advice().map(advice -> advice.text(Locale.ENGLISH)));
        for (String language : OTHER_LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            document.put("what_" + language, problem.what().text(locale));
            document.put("advice_" + language, problem.advice().map(advice -> advice.text(locale)));
        }
        return document;
    }

    /** The problems of documents that were written as JSON; those of earlier versions have texts in English alone. */
    static List<Problem> read(String json) {
        List<Problem> problems = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                problems.add(problem(members(parser)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Problems of a file", e);
        }
        return problems;
    }

    private static Map<String, String> members(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, parser.getText());
            }
        }
        return members;
    }

    private static Problem problem(Map<String, String> members) {
        Problem.Builder problem = Problem.error(members.get("code"), text(members, "what"))
                .severity(Severity.valueOf(members.get("severity")));
        Optional.ofNullable(members.get("where")).ifPresent(problem::where);
        Optional.ofNullable(members.get("found")).ifPresent(problem::found);
        Optional.ofNullable(members.get("expected")).ifPresent(problem::expected);
        if (members.containsKey("advice")) {
            problem.advice(text(members, "advice"));
        }
        return problem.build();
    }

    private static Message text(Map<String, String> members, String name) {
        String english = members.get(name);
        return Message.translated(
                english, members.getOrDefault(name + "_nb", english), members.getOrDefault(name + "_sv", english));
    }
}

package org.tickmark.console.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.console.commands.choice.Choices;

/** Problems as documents for programs. */
final class ProblemDocument {
    private ProblemDocument() {}

    static List<Map<String, Object>> of(List<Problem> problems, Locale locale) {
        return problems.stream().map(problem -> of(problem, locale)).toList();
    }

    /** {@code code, severity, what, where, found, expected, advice}; what the problem does not say is null. */
    static Map<String, Object> of(Problem problem, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", problem.code());
        document.put("severity", Choices.id(problem.severity()));
        document.put("what", problem.what().text(locale));
        document.put("where", problem.where().orElse(null));
        document.put("found", problem.found().orElse(null));
        document.put("expected", problem.expected().orElse(null));
        document.put(
                "advice", problem.advice().map(advice -> advice.text(locale)).orElse(null));
        return document;
    }
}

package org.tickmark.console.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.Problem;

/** Writes a problem as one line: how grave, what, what was found and expected, what to do next. */
final class ProblemPrinter {
    private static final String BETWEEN = " — ";

    private ProblemPrinter() {}

    static String line(Problem problem, Locale locale) {
        List<String> parts = new ArrayList<>();
        String what = problem.what().text(locale);
        parts.add(problem.where().map(place -> place + ": " + what).orElse(what));
        parts.addAll(why(problem, locale));
        problem.advice().ifPresent(advice -> parts.add(advice.text(locale)));
        String severity = Texts.text("severity." + problem.severity().name().toLowerCase(Locale.ROOT))
                .text(locale);
        StringBuilder line = new StringBuilder(severity).append(' ');
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            line.append(last ? parts.get(i) : withoutStop(parts.get(i)) + BETWEEN);
        }
        return line.append('\n').toString();
    }

    private static List<String> why(Problem problem, Locale locale) {
        List<String> words = new ArrayList<>();
        problem.found()
                .ifPresent(found -> words.add(Texts.text("problem.found", found).text(locale)));
        problem.expected()
                .ifPresent(expected ->
                        words.add(Texts.text("problem.expected", expected).text(locale)));
        return words.isEmpty() ? List.of() : List.of(String.join(", ", words));
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") && !sentence.endsWith("..")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }
}

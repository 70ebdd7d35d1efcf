package org.tickmark.importers.pipeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.Problem;
import org.tickmark.kit.json.Json;

/** Why a file was rejected, to lie beside it: for people and for programs. */
record RejectionReport(String file, String definition, String unit, Instant at, List<Problem> problems) {
    /** The report in the given language. */
    String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        text.append(FileProblems.message("report.title", file, definition, unit, at.toString())
                        .text(locale))
                .append("\n\n");
        for (Problem problem : problems) {
            text.append(problem.code())
                    .append("  ")
                    .append(problem.text(locale))
                    .append('\n');
        }
        text.append('\n')
                .append(FileProblems.message("report.advice").text(locale))
                .append('\n');
        return text.toString();
    }

    /** The report as JSON. */
    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file);
        document.put("definition", definition);
        document.put("unit", unit);
        document.put("at", at);
        document.put("problems", KeptProblems.documents(problems));
        return Json.indented(document);
    }
}

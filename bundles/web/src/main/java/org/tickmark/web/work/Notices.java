package org.tickmark.web.work;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.Problem;
import org.tickmark.api.Severity;
import org.tickmark.api.workbench.Html;
import org.tickmark.web.page.Texts;
import org.tickmark.web.sign.Session.Notice;

/** What went wrong or was done, on pages. */
public final class Notices {
    private Notices() {}

    /** A problem with all that it tells. */
    public static void card(Html html, Problem problem, Locale locale) {
        html.open("div", "class", "card " + kind(problem), "role", "alert");
        html.element(
                "p",
                problem.where().map(place -> place + ": ").orElse("")
                        + problem.what().text(locale));
        problem.found()
                .ifPresent(found ->
                        html.element("p", Texts.text("problem.found", found).text(locale)));
        problem.expected()
                .ifPresent(expected -> html.element(
                        "p", Texts.text("problem.expected", expected).text(locale)));
        problem.advice().ifPresent(advice -> html.element("p", advice.text(locale)));
        html.close();
    }

    /** Several problems, the first few of them. */
    public static void cards(Html html, List<Problem> problems, Locale locale) {
        int most = 20;
        problems.stream().limit(most).forEach(problem -> card(html, problem, locale));
        if (problems.size() > most) {
            html.element("p", Texts.text("problem.more", problems.size() - most).text(locale));
        }
    }

    /** A line of what was done. */
    static void line(Html html, Notice notice, HelpWords words) {
        html.open("p", "class", "card " + notice.kind(), "role", "status");
        words.write(html, notice.text());
        html.close();
    }

    private static String kind(Problem problem) {
        return problem.severity() == Severity.ERROR ? "error" : "warning";
    }
}

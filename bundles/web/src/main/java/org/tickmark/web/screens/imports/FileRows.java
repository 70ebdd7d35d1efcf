package org.tickmark.web.screens.imports;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.record.Table;
import org.tickmark.api.workbench.Html;
import org.tickmark.api.workbench.ViewCall;
import org.tickmark.web.screens.Facts;
import org.tickmark.web.screens.Page;

/** Files in short tables. */
final class FileRows {
    private static final int MOST = 20;

    private FileRows() {}

    /** The files of a definition that were taken last, the newest first. */
    static List<Facts> of(Page page, String definition, Optional<String> where) {
        List<String> words =
                new ArrayList<>(List.of("import", "files", "--newest", "--limit=" + MOST, "--import=" + definition));
        where.ifPresent(condition -> words.add("--where=" + condition));
        return Facts.rows(page.call().ask(words.toArray(String[]::new)).table().orElseGet(() -> Table.under(List.of())
                .build()));
    }

    static void latest(Page page, String definition) {
        page.title("latest");
        List<Facts> files = of(page, definition, Optional.empty());
        if (files.isEmpty()) {
            page.empty("latest.none");
        } else {
            write(page, files);
            String all = page.call().link("files", Map.of(FilesScreen.IMPORT, definition));
            page.html()
                    .open("p")
                    .element("a", page.text("latest.all"), "href", all)
                    .close();
        }
    }

    /** Files that were taken, each with a link to all of it. */
    static void write(Page page, List<Facts> files) {
        Html html = page.html();
        open(page, "name", "state", "entries", "known", "finished_at");
        for (Facts file : files) {
            html.open("tr").open("td");
            html.element(
                    "a", file.text("name"), "href", page.call().link("files", Map.of(ViewCall.OPEN, file.text("id"))));
            html.close();
            String state = file.text("undone_at").isEmpty() ? file.text("state").toLowerCase(Locale.ROOT) : "undone";
            html.element("td", page.text("state." + state));
            html.element("td", number(page, file.number("entries")), "class", "number");
            html.element("td", number(page, file.number("known")), "class", "number");
            html.element("td", file.moment("finished_at").map(page::moment).orElse(""));
            html.close();
        }
        html.close().close().close();
    }

    /** Files that lie in a folder. */
    static void places(Page page, List<Facts> files) {
        Html html = page.html();
        open(page, "name", "bytes", "changed_at");
        for (Facts file : files) {
            html.open("tr");
            html.element("td", name(file.text("path")));
            html.element("td", number(page, file.number("bytes")), "class", "number");
            html.element("td", file.moment("changed_at").map(page::moment).orElse(""));
            html.close();
        }
        html.close().close().close();
    }

    /** What is wrong with a file, each with where it is, what was found and expected, and what to do. */
    static void problems(Page page, List<Facts> problems) {
        page.html().open("ol", "class", "problems");
        problems.forEach(problem -> problem(page, problem));
        page.html().close();
    }

    private static void problem(Page page, Facts problem) {
        Html html = page.html();
        html.open("li").element("strong", problem.text("what"));
        html.open("dl");
        for (String part : List.of("where", "found", "expected", "advice", "code")) {
            if (!problem.text(part).isEmpty()) {
                html.element("dt", page.text("problem." + part)).element("dd", problem.text(part));
            }
        }
        html.close().close();
    }

    /** The last part of a path of either kind of system. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String number(Page page, long number) {
        return NumberFormat.getIntegerInstance(page.locale()).format(number);
    }

    private static void open(Page page, String... columns) {
        Html html = page.html();
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : columns) {
            html.element("th", page.call().heading(column), "scope", "col");
        }
        html.close().close().open("tbody");
    }
}

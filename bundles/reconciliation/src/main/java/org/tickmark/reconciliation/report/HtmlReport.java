package org.tickmark.reconciliation.report;

import java.util.List;
import java.util.Locale;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.api.host.reconciliation.Proof;
import org.tickmark.kit.text.Html;
import org.tickmark.reconciliation.report.Grid.Cell;
import org.tickmark.reconciliation.report.Grid.Column;
import org.tickmark.reconciliation.report.Grid.Mood;
import org.tickmark.reconciliation.report.Grid.Row;

/** The report as a page of its own: no script, no image, no font from elsewhere; also good on paper. */
final class HtmlReport {
    private final ReportModel model;
    private final Format format;
    private final Page page;

    private HtmlReport(ReportModel model, Format format, Page page) {
        this.model = model;
        this.format = format;
        this.page = page;
    }

    /** One page of one or more reports in the same language; the first gives the title. */
    static String write(List<ReportModel> models, Locale locale) {
        Page page = new Page();
        List<HtmlReport> reports = models.stream()
                .map(model -> new HtmlReport(model, new Format(locale, model.currency()), page))
                .toList();
        HtmlReport first = reports.get(0);
        page.markup("<!DOCTYPE html>")
                .markup("<html lang=\"" + first.format.language() + "\">")
                .element("head", "", first::head)
                .element("body", "", () -> reports.forEach(report -> page.element("main", "", report::body)))
                .markup("</html>");
        return page.toString();
    }

    private void head() {
        page.markup("<meta charset=\"utf-8\"/>")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .markup("<meta name=\"generator\" content=\"Tickmark\"/>")
                .element("title", Headline.title(model, format))
                .markup("<style>" + Style.CSS + "</style>");
    }

    private void body() {
        page.element("header", "", this::heading);
        if (model.sections().contains(Section.FIGURES)) {
            model.proof().ifPresent(proof -> page.element("section", "figures", () -> figures(proof)));
        }
        Chapters.of(model, format).forEach(chapter -> page.element("section", "", () -> chapter(chapter)));
        page.element("footer", "", () -> Headline.about(model, format).forEach(line -> page.element("p", line)));
    }

    private void heading() {
        String status = model.proven().map(proven -> proven ? "good" : "bad").orElse("idle");
        if (!model.unit().isEmpty()) {
            page.element("p", "unit", Headline.unit(model));
        }
        page.element("h1", Headline.title(model, format))
                .element("p", "as-of", Headline.asOf(model, format))
                .element("p", "status " + status, Headline.of(model, format));
    }

    // figures at a glance

    private void figures(Proof proof) {
        figure("figure.bank", format.amount(proof.bankBalance()), "");
        figure("figure.ledger", format.amount(proof.ledgerBalance()), "");
        figure("figure.difference", format.amount(proof.bankBalance().subtract(proof.ledgerBalance())), "");
        long entries = model.entries(Side.BANK) + model.entries(Side.LEDGER);
        long open = model.open(Side.BANK) + model.open(Side.LEDGER);
        figure(
                "figure.open",
                format.count(open),
                format.text("figure.matched", format.percent(entries - open, entries)));
    }

    private void figure(String label, String value, String note) {
        page.element("div", "figure", () -> {
            page.element("p", "label", format.text(label)).element("p", "value", value);
            if (!note.isEmpty()) {
                page.element("p", "note", note);
            }
        });
    }

    // chapters

    private void chapter(Chapter chapter) {
        page.element("h2", chapter.title());
        if (!chapter.failures().isEmpty()) {
            page.element("ul", "failures", () -> chapter.failures().forEach(failure -> page.element("li", failure)));
        }
        Charts.of(chapter, model, format).ifPresent(page::markup);
        List<Grid> sums =
                chapter.grids().stream().filter(grid -> !grid.hasHeadings()).toList();
        if (!sums.isEmpty()) {
            page.element("div", "columns", () -> sums.forEach(grid -> page.element("div", "", () -> grid(grid))));
        }
        chapter.grids().stream().filter(Grid::hasHeadings).forEach(this::grid);
        if (!chapter.note().isEmpty()) {
            page.element("p", "none", chapter.note());
        }
    }

    private void grid(Grid grid) {
        if (!grid.title().isEmpty()) {
            page.element("h3", grid.title());
        }
        if (grid.rows().isEmpty() && !grid.ifEmpty().isEmpty()) {
            page.element("p", "none", grid.ifEmpty());
        } else {
            page.element("table", grid.hasHeadings() ? "" : "sums", () -> {
                if (grid.hasHeadings()) {
                    page.element("thead", "", () -> headings(grid));
                }
                bodies(grid);
            });
        }
    }

    private void headings(Grid grid) {
        page.element(
                "tr", "", () -> grid.columns().forEach(column -> page.element("th", style(column), column.heading())));
    }

    /** Rows that belong together are a body of their own, which paper does not divide. */
    private void bodies(Grid grid) {
        if (grid.rows().stream().noneMatch(Row::goesOn)) {
            page.element("tbody", "", () -> grid.rows().forEach(row -> row(grid, row, List.of(row))));
        } else {
            grid.groups()
                    .forEach(
                            group -> page.element("tbody", "match", () -> group.forEach(row -> row(grid, row, group))));
        }
    }

    private void row(Grid grid, Row row, List<Row> group) {
        page.element("tr", row.mood() == Mood.PLAIN ? "" : word(row.mood()), () -> {
            for (int i = 0; i < row.cells().size(); i++) {
                if (!row.cells().get(i).again()) {
                    cell(
                            grid.columns().get(i),
                            row.mood(),
                            row.cells().get(i),
                            Grid.isShared(group, i) ? group.size() : 1);
                }
            }
        });
    }

    private void cell(Column column, Mood row, Cell cell, int rows) {
        String style = cell.mood() == Mood.PLAIN ? style(column) : (style(column) + " " + word(cell.mood())).strip();
        page.markup("<td"
                + (style.isEmpty() ? "" : " class=\"" + style + "\"")
                + (rows > 1 ? " rowspan=\"" + rows + "\"" : "")
                + ">" + Html.escape(cell.marked(column, row)) + "</td>");
    }

    private static String style(Column column) {
        return switch (column.look()) {
            case TEXT -> "";
            case NOTE -> "why";
            case DATE -> "date";
            case NUMBER -> "number";
        };
    }

    private static String word(Mood mood) {
        return mood.name().toLowerCase(Locale.ROOT);
    }
}

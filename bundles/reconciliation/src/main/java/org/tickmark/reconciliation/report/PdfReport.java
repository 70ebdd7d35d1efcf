package org.tickmark.reconciliation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.tickmark.reconciliation.report.PdfPaper.Pen;

/** The report on paper. */
final class PdfReport {
    private static final Pen TITLE = new Pen(19, true, PdfPaper.ACCENT);
    private static final Pen CHAPTER = new Pen(13, true, PdfPaper.ACCENT);
    private static final Pen HEADING = new Pen(9, true, PdfPaper.INK);
    private static final Pen TEXT = new Pen(9, false, PdfPaper.INK);
    private static final Pen SOFT = new Pen(8, false, PdfPaper.SOFT);
    private static final Pen FAILURE = new Pen(9, true, PdfPaper.BAD);
    /** What a heading needs below it, so that it does not stand alone at the foot of a page. */
    private static final float COMPANY = 60;

    private final ReportModel model;
    private final Format format;
    private final PdfPaper paper;

    private PdfReport(ReportModel model, Format format, PdfPaper paper) {
        this.model = model;
        this.format = format;
        this.paper = paper;
    }

    static byte[] write(ReportModel model, Locale locale) {
        Format format = new Format(locale, model.currency());
        try (PdfPaper paper = new PdfPaper()) {
            new PdfReport(model, format, paper).write();
            return paper.finish(Headline.title(model, format), format.language(), model.generatedAt());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private void write() throws IOException {
        if (!model.unit().isEmpty()) {
            paper.paragraph(Headline.unit(model), TEXT);
        }
        paper.paragraph(Headline.title(model, format), TITLE);
        paper.paragraph(Headline.asOf(model, format), SOFT);
        paper.skip(4);
        boolean failed = model.proven().map(proven -> !proven).orElse(false);
        paper.paragraph((failed ? "✗ " : "") + Headline.of(model, format), failed ? FAILURE : HEADING);
        for (Chapter chapter : Chapters.of(model, format)) {
            chapter(chapter);
        }
        paper.skip(10);
        for (String line : Headline.about(model, format)) {
            paper.paragraph(line, SOFT);
        }
    }

    private void chapter(Chapter chapter) throws IOException {
        heading(chapter.title(), CHAPTER, 16);
        for (String failure : chapter.failures()) {
            paper.paragraph("✗ " + failure, FAILURE);
        }
        for (Grid grid : chapter.grids()) {
            grid(grid);
        }
        if (!chapter.note().isEmpty()) {
            paper.paragraph(chapter.note(), SOFT);
        }
    }

    private void grid(Grid grid) throws IOException {
        if (!grid.title().isEmpty()) {
            heading(grid.title(), HEADING, 8);
        }
        if (grid.rows().isEmpty() && !grid.ifEmpty().isEmpty()) {
            paper.paragraph(grid.ifEmpty(), SOFT);
        } else {
            PdfTable.write(paper, grid);
        }
    }

    private void heading(String title, Pen pen, float before) throws IOException {
        if (!paper.fits(before + pen.leading() + COMPANY)) {
            paper.turn();
        } else {
            paper.skip(before);
        }
        paper.paragraph(title, pen);
    }
}

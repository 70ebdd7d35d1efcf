package org.tickmark.reconciliation.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Sheets of A4, lying, written from the top down; lengths are in points. For one thread. */
final class PdfPaper implements Closeable {
    static final float LEFT = 36;
    private static final float LONG_SIDE = PDRectangle.A4.getHeight();
    private static final float SHORT_SIDE = PDRectangle.A4.getWidth();
    static final float WIDTH = LONG_SIDE - 2 * LEFT;
    private static final float TOP = SHORT_SIDE - 36;
    private static final float BOTTOM = 44;
    private static final float FOOT = 24;
    private static final float FOOT_SIZE = 7.5f;
    /** How much of a letter's size a bold one is drawn over its edge. */
    private static final float BOLDNESS = 0.035f;

    static final Color INK = new Color(0x1c2430);
    static final Color SOFT = new Color(0x5b6675);
    static final Color LINE = new Color(0xdfe4ea);
    static final Color GOOD = new Color(0x17693a);
    static final Color BAD = new Color(0xa3231f);
    static final Color ACCENT = new Color(0x24476b);

    /**
     * How a text looks.
     *
     * @param size of its letters
     * @param bold whether they are bold
     * @param color their colour
     */
    record Pen(float size, boolean bold, Color color) {
        /** From one line to the next. */
        float leading() {
            return size * 1.3f;
        }
    }

    private final PDDocument document = new PDDocument();
    private final PdfFont font;
    private PDPageContentStream content;
    private float down;

    PdfPaper() throws IOException {
        font = new PdfFont(document);
        turn();
    }

    PdfFont font() {
        return font;
    }

    /** Begins a new page. */
    void turn() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(new PDRectangle(LONG_SIDE, SHORT_SIDE));
        document.addPage(page);
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        down = TOP;
    }

    /** Whether so much fits on the rest of the page. */
    boolean fits(float height) {
        return down - height >= BOTTOM;
    }

    /** Whether so much fits on a page at all. */
    static boolean fitsOnAPage(float height) {
        return TOP - height >= BOTTOM;
    }

    /** Goes down by so much. */
    void skip(float height) {
        down -= height;
    }

    /** Writes lines below what is there, on a new page where they do not fit. */
    void paragraph(String text, Pen pen) throws IOException {
        for (String line : font.lines(font.writable(text), pen.size(), WIDTH)) {
            if (!fits(pen.leading())) {
                turn();
            }
            skip(pen.leading());
            write(line, LEFT, 0, pen);
        }
    }

    /** Writes a writable text so far above the place that has been reached. */
    void write(String text, float x, float above, Pen pen) throws IOException {
        write(content, text, x, down + above, pen);
    }

    private void write(PDPageContentStream to, String text, float x, float y, Pen pen) throws IOException {
        to.setNonStrokingColor(pen.color());
        to.setStrokingColor(pen.color());
        to.setLineWidth(pen.size() * BOLDNESS);
        to.beginText();
        to.setRenderingMode(pen.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        to.setFont(font.font(), pen.size());
        to.newLineAtOffset(x, y);
        to.showText(text);
        to.endText();
    }

    /** Draws a line at the place that has been reached. */
    void line(float x, float width, Color color) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(0.6f);
        content.moveTo(x, down);
        content.lineTo(x + width, down);
        content.stroke();
    }

    /**
     * The finished document.
     *
     * @param title what it is of, at the foot of each page too
     * @param language as HTML names it
     * @param madeAt when what it tells was so
     */
    byte[] finish(String title, String language, Instant madeAt) throws IOException {
        content.close();
        feet(title);
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(title);
        about.setProducer("Tickmark");
        about.setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
        document.setDocumentId(madeAt.toEpochMilli());
        document.getDocumentCatalog().setLanguage(language);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void feet(String title) throws IOException {
        Pen pen = new Pen(FOOT_SIZE, false, SOFT);
        int pages = document.getNumberOfPages();
        String left = font.lines(font.writable(title), FOOT_SIZE, WIDTH * 0.8f).get(0);
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
                String number = i + 1 + " / " + pages;
                write(foot, left, LEFT, FOOT, pen);
                write(foot, number, LEFT + WIDTH - font.width(number, FOOT_SIZE), FOOT, pen);
            }
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

package org.tickmark.reconciliation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The font of a document: Liberation Sans, which comes with PDFBox and goes, as far as used, into the document. It has the letters of all European
 * languages; another is written as a question mark. For one thread.
 */
final class PdfFont {
    private static final String LIBERATION_SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1000;
    private static final String UNKNOWN = "?";

    private final PDFont font;
    /** Widths of letters that it has. */
    private final Map<String, Float> widths = new HashMap<>();

    PdfFont(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(LIBERATION_SANS)) {
            if (file == null) {
                throw new IOException("PDFBox came without its font " + LIBERATION_SANS);
            }
            font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** A text in letters that the font has; for ticks and crosses it has letters that look like them. */
    String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.replace('✓', '√')
                .replace('✗', '×')
                .codePoints()
                .mapToObj(point -> Character.isISOControl(point) ? " " : Character.toString(point))
                .forEach(letter -> writable.append(has(letter) ? letter : UNKNOWN));
        return writable.toString();
    }

    private boolean has(String letter) {
        return letterWidth(letter) >= 0;
    }

    private float letterWidth(String letter) {
        return widths.computeIfAbsent(letter, this::measure);
    }

    /** How wide a letter is; less than nothing if the font does not have it. */
    private float measure(String letter) {
        try {
            return font.getStringWidth(letter);
        } catch (IllegalArgumentException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException("A font in memory could not be read", e);
        }
    }

    /** How wide a {@linkplain #writable writable} text is. */
    float width(String text, float size) {
        double sum = text.codePoints()
                .mapToObj(Character::toString)
                .mapToDouble(this::letterWidth)
                .sum();
        return (float) sum / UNITS * size;
    }

    /** A writable text in lines that are no wider than this, broken between words, and within a word that is wider. */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, size) > width && line.length() > 1) {
                int fits = fitting(line, size, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    /** How much of a word is no wider than this, at least a letter. */
    private int fitting(String word, float size, float width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}

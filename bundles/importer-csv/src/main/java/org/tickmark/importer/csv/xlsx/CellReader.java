package org.tickmark.importer.csv.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.kit.xml.XmlCursor;

/** Reads the cells of a sheet (ECMA-376 part 1, 18.3.1.4). For one thread. */
final class CellReader {
    private final XmlCursor xml;
    private final SharedStrings texts;
    private final NumberFormats formats;
    private final Numbers numbers;
    private final RichText richText;
    private String value = "";
    private String inline = "";
    private boolean formula;

    CellReader(XmlCursor xml, SharedStrings texts, NumberFormats formats, Numbers numbers) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.numbers = numbers;
        this.richText = new RichText(xml);
    }

    /**
     * Reads the cell just entered, and leaves it.
     *
     * @param place what it is called, for a problem
     * @return empty if it holds nothing
     */
    Optional<Cell> read(int column, Supplier<String> place) throws IOException {
        String type = xml.attribute("t");
        int style = Math.max(0, Workbook.number(xml.attribute("s")));
        readChildren();
        if (value.isEmpty() && inline.isEmpty()) {
            return formula && !type.equals("str")
                    ? Optional.of(new Cell(column, Cell.Kind.UNCALCULATED, ""))
                    : Optional.empty();
        }
        return switch (type) {
            case "s" -> text(column, shared(place));
            case "inlineStr" -> text(column, inline.isEmpty() ? value : inline);
            case "str" -> text(column, RichText.plain(value));
            case "b" -> text(column, Workbook.isTrue(value) ? "TRUE" : "FALSE");
            case "e" -> Optional.of(new Cell(column, Cell.Kind.ERROR, value));
            case "d" -> Optional.of(new Cell(column, Cell.Kind.DAY, value));
            default -> Optional.of(number(column, style));
        };
    }

    private void readChildren() throws IOException {
        value = "";
        inline = "";
        formula = false;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "v" -> value = xml.text();
                case "is" -> inline = richText.read();
                case "f" -> {
                    formula = true;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
    }

    private static Optional<Cell> text(int column, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new Cell(column, Cell.Kind.TEXT, text));
    }

    private String shared(Supplier<String> place) throws IOException {
        int number = Workbook.number(value);
        if (number < 0 || number >= texts.size()) {
            throw Problems.refusal(ErrorClass.E3, "text")
                    .where(place.get())
                    .found(value)
                    .expected("0–" + (texts.size() - 1))
                    .exception();
        }
        return texts.get(number);
    }

    /** What is no number is left for whoever expects one to tell. */
    private Cell number(int column, int style) {
        Optional<BigDecimal> number = Numbers.number(value);
        if (number.isEmpty()) {
            return new Cell(column, Cell.Kind.TEXT, value);
        }
        return formats.isDay(style)
                ? new Cell(column, Cell.Kind.DAY, numbers.day(number.get()))
                : new Cell(column, Cell.Kind.NUMBER, Numbers.plain(number.get()));
    }
}

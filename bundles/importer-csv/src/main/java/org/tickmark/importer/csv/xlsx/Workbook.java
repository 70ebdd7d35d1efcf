package org.tickmark.importer.csv.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.importer.ErrorClass;
import org.tickmark.api.importer.FileHead;
import org.tickmark.api.importer.ReadContext;
import org.tickmark.kit.xml.XmlCursor;

/** A workbook (ECMA-376 part 1, SpreadsheetML, transitional or strict). For one thread. */
public final class Workbook implements Closeable {
    /** More sheets than anybody looks through. */
    private static final int MOST_SHEETS = 200;
    /** Spreadsheets allow 64,000 styles. */
    private static final int MOST_STYLES = 100_000;

    private final ReadContext context;
    private final Parts parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();
    private Numbers numbers = new Numbers(false);
    private SharedStrings texts;

    /**
     * A sheet.
     *
     * @param name its name, as people see it
     * @param hidden whether people do not see it
     * @param part where its cells lie
     */
    public record Sheet(String name, boolean hidden, String part) {}

    private Workbook(ReadContext context, Parts parts) {
        this.context = context;
        this.parts = parts;
    }

    /** Whether a file is a workbook: a present one, or a compound file that only may be one and that {@link #open} explains. */
    public static boolean claims(FileHead head) {
        return new PackageHead(head.bytes()).isWorkbook() || isOld(head);
    }

    /** Whether a file is a compound file, as workbooks were before 2007 and locked ones are. */
    public static boolean isOld(FileHead head) {
        return Ole.starts(head.latin1());
    }

    /**
     * Opens a workbook; the stream is read to its end and stays open.
     *
     * @throws TickmarkException of class E1, E2 or E3 if it is none that can be read
     */
    public static Workbook open(InputStream in, ReadContext context) throws IOException {
        Parts parts = Parts.open(in, context.limits());
        Workbook workbook = new Workbook(context, parts);
        try {
            workbook.readParts();
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private void readParts() throws IOException {
        String main = target(parts.relations(""), "/officeDocument").orElse("xl/workbook.xml");
        if (!parts.has(main) || !main.endsWith(".xml")) {
            throw Problems.refusal(ErrorClass.E2, main.endsWith(".bin") ? "binary" : "other")
                    .where(Problems.WORKBOOK)
                    .exception();
        }
        List<Parts.Relation> relations = parts.relations(main);
        parts.read(main, xml -> readWorkbook(xml, relations));
        Optional<String> styles = target(relations, "/styles");
        if (styles.isPresent()) {
            parts.read(styles.get(), this::readStyles);
        }
        texts = new SharedStrings();
        Optional<String> shared = target(relations, "/sharedStrings");
        if (shared.isPresent()) {
            parts.read(shared.get(), this::readTexts);
        }
        texts.flush();
    }

    private static Optional<String> target(List<Parts.Relation> relations, String type) {
        return relations.stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Parts.Relation::target)
                .findFirst();
    }

    private void readWorkbook(XmlCursor xml, List<Parts.Relation> relations) throws IOException {
        Map<String, String> sheetParts = new HashMap<>();
        relations.stream()
                .filter(relation -> relation.type().endsWith("/worksheet"))
                .forEach(relation -> sheetParts.put(relation.id(), relation.target()));
        if (!xml.nextElement() || !xml.name().equals("workbook")) {
            throw Problems.refusal(ErrorClass.E2, "other")
                    .where(Problems.WORKBOOK)
                    .exception();
        }
        while (xml.nextElement()) {
            if (xml.name().equals("workbookPr")) {
                numbers = new Numbers(isTrue(xml.attribute("date1904")));
            } else if (xml.name().equals("sheet") && sheetParts.containsKey(xml.attribute("id"))) {
                if (sheets.size() == MOST_SHEETS) {
                    throw Problems.refusal(ErrorClass.E3, "sheets", MOST_SHEETS)
                            .where(Problems.WORKBOOK)
                            .exception();
                }
                boolean hidden = xml.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
                sheets.add(new Sheet(xml.attribute("name"), hidden, sheetParts.get(xml.attribute("id"))));
            }
        }
    }

    static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true") || flag.equals("on");
    }

    private void readStyles(XmlCursor xml) throws IOException {
        while (xml.nextElement()) {
            if (xml.name().equals("numFmt")) {
                formats.define(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
            } else if (xml.name().equals("cellXfs")) {
                while (xml.nextChild()) {
                    formats.addStyle(number(xml.attribute("numFmtId")));
                    requireStyles();
                    xml.skip();
                }
            }
        }
    }

    private void requireStyles() {
        if (formats.size() > MOST_STYLES) {
            throw Problems.refusal(ErrorClass.E3, "styles", MOST_STYLES)
                    .where(Problems.WORKBOOK)
                    .exception();
        }
    }

    /** A number from 0 on; -1 for anything else. */
    static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private void readTexts(XmlCursor xml) throws IOException {
        RichText reader = new RichText(xml);
        while (xml.nextElement()) {
            if (xml.name().equals("si")) {
                xml.renewBudget();
                texts.add(reader.read());
                stopIfAsked(texts.size());
            }
        }
    }

    private void stopIfAsked(int done) {
        if (done % 1000 == 0) {
            context.cancel().throwIfCancelled();
        }
    }

    /** The sheets with cells, in the order of the workbook. */
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface RowTaker {
        /**
         * Takes a row.
         *
         * @param number its number, from 1
         * @param cells its cells that hold something, from left to right; the list is used again
         * @return whether more rows are wanted
         */
        boolean take(long number, List<Cell> cells);
    }

    /**
     * Shows the rows of a sheet that hold something, hidden ones too, from the top down.
     *
     * @throws TickmarkException of class E3 if the sheet cannot be read on
     */
    public void rows(Sheet sheet, RowTaker taker) throws IOException {
        parts.read(sheet.part(), xml -> new SheetReader(
                        xml, sheet.name(), new CellReader(xml, texts, formats, numbers), context)
                .read(taker));
    }

    @Override
    public void close() throws IOException {
        parts.close();
        if (texts != null) {
            texts.close();
        }
    }
}

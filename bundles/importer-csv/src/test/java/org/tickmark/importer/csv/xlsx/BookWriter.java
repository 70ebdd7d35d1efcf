package org.tickmark.importer.csv.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes workbooks for tests, from the XML of their rows. A cell is {@code ref:value}, where the value is a number as it stands, {@code 'text} for a shared text,
 * {@code "text} for one in the cell, {@code @serial} for a number shown as a day, {@code =value} for a formula, or {@code <…} for XML behind the reference.
 */
public final class BookWriter {
    /** The style of cells that show days, of those that show a day and a time, and of those that show an amount. */
    public static final int DAY = 1;

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<String, String> otherParts = new LinkedHashMap<>();
    private boolean from1904;
    private boolean stored;

    /** Counts days from 1904 on. */
    public BookWriter from1904() {
        from1904 = true;
        return this;
    }

    /** Leaves the parts as they are, so that damage to a byte is damage to a letter. */
    public BookWriter stored() {
        stored = true;
        return this;
    }

    /** Puts a part in, or in the place of another. */
    public BookWriter part(String name, String content) {
        otherParts.put(name, content);
        return this;
    }

    /** Hides a sheet. */
    public BookWriter hide(String sheet) {
        states.put(sheet, " state=\"hidden\"");
        return this;
    }

    /** Adds a sheet with rows, each of cells parted by bars; the reference of a cell is made from its place if it has none. */
    public BookWriter sheet(String name, String... rows) {
        StringBuilder xml = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            String[] cells = rows[row].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                xml.append(cell(Cell.letters(column) + (row + 1), cells[column]));
            }
            xml.append("</row>");
        }
        return sheetXml(name, "<sheetData>" + xml + "</sheetData>");
    }

    /** Adds a sheet of this XML. */
    public BookWriter sheetXml(String name, String xml) {
        sheets.put(name, "<worksheet xmlns=\"" + MAIN + "\">" + xml + "</worksheet>");
        return this;
    }

    private String cell(String reference, String value) {
        String start = "<c r=\"" + reference + "\"";
        if (value.isEmpty()) {
            return "";
        }
        String rest = value.substring(1);
        return switch (value.charAt(0)) {
            case '\'' -> start + " t=\"s\"><v>" + text(rest) + "</v></c>";
            case '"' -> start + " t=\"inlineStr\"><is><t>" + escaped(rest) + "</t></is></c>";
            case '@' -> start + " s=\"" + DAY + "\"><v>" + rest + "</v></c>";
            case '=' -> start + "><f>1+1</f>" + (rest.isEmpty() ? "" : "<v>" + rest + "</v>") + "</c>";
            case '<' -> start + rest + "</c>";
            default -> start + "><v>" + value + "</v></c>";
        };
    }

    private int text(String text) {
        return texts.computeIfAbsent(
                "<si><t xml:space=\"preserve\">" + escaped(text) + "</t></si>", key -> texts.size());
    }

    /** Adds a shared text of this XML, whose number follows on those before. */
    public BookWriter textXml(String xml) {
        texts.put("<si>" + xml + "</si>", texts.size());
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** The workbook. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts().entrySet()) {
                put(zip, part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types());
        parts.put("_rels/.rels", relations(List.of("officeDocument>xl/workbook.xml")));
        parts.put("xl/workbook.xml", workbook());
        List<String> targets = new ArrayList<>(List.of("styles>styles.xml", "sharedStrings>/xl/sharedStrings.xml"));
        for (String xml : sheets.values()) {
            String target = "worksheets/sheet" + (targets.size() - 1) + ".xml";
            targets.add("worksheet>" + target);
            parts.put("xl/" + target, xml);
        }
        parts.put("xl/_rels/workbook.xml.rels", relations(targets));
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + String.join("", texts.keySet()) + "</sst>");
        parts.putAll(otherParts);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ &quot;days&quot;\"/></numFmts>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"165\"/></cellXfs>"
            + "</styleSheet>";

    private static String types() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/></Types>";
    }

    private static String relations(List<String> targets) {
        StringBuilder xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < targets.size(); i++) {
            String[] parts = targets.get(i).split(">", 2);
            xml.append(String.format(
                    "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>", i, RELATIONS, parts[0], parts[1]));
        }
        return xml.append("</Relationships>").toString();
    }

    private String workbook() {
        StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">");
        xml.append("<workbookPr").append(from1904 ? " date1904=\"1\"" : "").append("/><sheets>");
        int number = 2;
        for (String sheet : sheets.keySet()) {
            xml.append(String.format(
                    "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"r%d\"/>",
                    sheet, number, states.getOrDefault(sheet, ""), number));
            number++;
        }
        return xml.append("</sheets></workbook>").toString();
    }

    /** Writes a workbook with one sheet of many rows, whose texts are all different. */
    public static void write(OutputStream out, String header, long rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            BookWriter small = new BookWriter().sheet("Many");
            for (Map.Entry<String, String> part : small.parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().endsWith("sheet1.xml")) {
                    writeRows(zip, header, rows);
                } else if (part.getKey().endsWith("sharedStrings.xml")) {
                    writeTexts(zip, rows);
                } else {
                    print(zip, part.getValue());
                }
                zip.closeEntry();
            }
        }
    }

    private static void writeRows(OutputStream out, String header, long rows) throws IOException {
        print(out, "<worksheet><sheetData><row r=\"1\">");
        String[] names = header.split("\\|", -1);
        for (int column = 0; column < names.length; column++) {
            print(out, new BookWriter().cell(Cell.letters(column) + 1, "\"" + names[column]));
        }
        print(out, "</row>");
        for (long row = 0; row < rows; row++) {
            long number = row + 2;
            print(
                    out,
                    "<row r=\"" + number + "\"><c r=\"A" + number + "\" s=\"1\"><v>46328</v></c><c r=\"B" + number
                            + "\"><v>1.25</v></c><c r=\"C" + number + "\" t=\"s\"><v>" + row + "</v></c></row>");
        }
        print(out, "</sheetData></worksheet>");
    }

    private static void writeTexts(OutputStream out, long rows) throws IOException {
        print(out, "<sst>");
        for (long row = 0; row < rows; row++) {
            print(out, "<si><t>Payment number " + row + "</t></si>");
        }
        print(out, "</sst>");
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.tickmark.launcher.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;
import org.tickmark.testkit.importer.DamagedFiles;

/**
 * Damaged files of one kind.
 *
 * @param name of the kind, small letters, digits and hyphens
 * @param form what the account is called in such files
 * @param files the damaged files, or what is packed into them
 * @param packing makes a file of what was damaged
 */
record Damaged(String name, FileForm form, DamagedFiles files, UnaryOperator<byte[]> packing) {
    private static final List<String> PIECES =
            List.of("0", "-", "9999999999999999999", "\n", "\r", " ", "\u0000", "\u00FF", "€", "&", "\"", "1900-13-32");

    /** So that words of the format, its separators and numbers get where they do not belong. */
    private static final String BETWEEN_WORDS = "(?<=[<>;,:\\n])|(?=[<>;,:\\n])";

    /** Every form; statements packed by zip and gzip, and workbooks, damaged before they are packed and after. */
    static List<Damaged> kinds() {
        List<Damaged> kinds = new ArrayList<>();
        for (FileForm form : FileForm.values()) {
            kinds.add(of(form.name().toLowerCase(Locale.ROOT), form, made(form), UnaryOperator.identity()));
        }
        kinds.add(of("camt-in-zip", FileForm.CAMT, made(FileForm.CAMT), bytes -> zip("camt.xml", bytes)));
        kinds.add(of("mt940-in-gzip", FileForm.MT940, made(FileForm.MT940), Damaged::gzip));
        kinds.add(of("xlsx-sheet", FileForm.CSV, List.of(sheet()), Damaged::workbook));
        kinds.add(damagedPack("zip", FileForm.CAMT, bytes -> zip("camt.xml", bytes), made(FileForm.CAMT)));
        kinds.add(damagedPack("gzip", FileForm.MT940, Damaged::gzip, made(FileForm.MT940)));
        kinds.add(damagedPack("xlsx", FileForm.CSV, Damaged::workbook, List.of(sheet())));
        return kinds;
    }

    private static Damaged damagedPack(
            String name, FileForm form, UnaryOperator<byte[]> packing, List<byte[]> contents) {
        return of(name, form, contents.stream().map(packing).toList(), UnaryOperator.identity());
    }

    private static Damaged of(String name, FileForm form, List<byte[]> files, UnaryOperator<byte[]> packing) {
        List<String> pieces = Stream.concat(
                        PIECES.stream(),
                        files.stream()
                                .map(file -> new String(file, StandardCharsets.ISO_8859_1))
                                .flatMap(text -> Stream.of(text.split(BETWEEN_WORDS))))
                .distinct()
                .toList();
        return new Damaged(name, form, DamagedFiles.of(files, pieces), packing);
    }

    private static List<byte[]> made(FileForm form) {
        return List.of(form.bytes(Told.made(1, 1, 2)), form.bytes(Told.made(2, 1, 9)));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet() {
        StringBuilder rows = new StringBuilder();
        String[] header = {"booking_date", "amount", "text"};
        rows.append(row(1, Stream.of(header).map(Damaged::text).toList()));
        for (int number = 2; number < 6; number++) {
            rows.append(row(number, List.of(text("2026-11-0" + number), "><v>" + number + ".25</v>", text("Post"))));
        }
        return ("<worksheet><sheetData>" + rows + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int number, List<String> cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.size(); column++) {
            row.append("<c r=\"").append((char) ('A' + column)).append(number).append('"');
            row.append(cells.get(column)).append("</c>");
        }
        return row.append("</row>").toString();
    }

    private static String text(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
    }

    private static byte[] workbook(byte[] sheet) {
        String relation = "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/%s\" Target=\"%s\"/>";
        return zip(
                "[Content_Types].xml",
                utf8("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                        + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"),
                "_rels/.rels",
                utf8("<Relationships>" + relation.formatted("officeDocument", "xl/workbook.xml") + "</Relationships>"),
                "xl/workbook.xml",
                utf8("<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships>" + relation.formatted("worksheet", "worksheets/sheet1.xml") + "</Relationships>"),
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Names and contents by turns; as they stand, so that damage to a byte is damage to a letter. */
    private static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                byte[] content = (byte[]) namesAndContents[i + 1];
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry((String) namesAndContents[i]);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

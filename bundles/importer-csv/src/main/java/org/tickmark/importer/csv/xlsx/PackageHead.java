package org.tickmark.importer.csv.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The beginning of a zip file, as far as it tells whether that is a workbook: the entries whose headers lie in it. Immutable. */
final class PackageHead {
    private static final String ENTRY = "PK\u0003\u0004";
    private static final int HEADER = 30;
    private static final int DEFLATED = 8;
    /** The flag of an entry whose size stands behind it, because it was written as a stream. */
    private static final int SIZE_BEHIND = 8;

    /** The types are some kilobytes long. */
    private static final int MOST_TYPES = 1 << 18;

    private static final String TYPES = "[Content_Types].xml";
    /** What packages of any kind of document begin with. */
    private static final Pattern OF_A_PACKAGE =
            Pattern.compile("\\[Content_Types\\]\\.xml|(_rels|docProps|customXml|xl)[/\\\\].*");

    private static final Pattern OF_A_WORKBOOK = Pattern.compile(
            "xl[/\\\\](workbook\\.(xml|bin)|sharedStrings\\.xml|styles\\.xml|(worksheets|theme|_rels)[/\\\\].*)");

    private final byte[] bytes;
    private final String latin1;

    /** An entry: its name, and where in the file what it holds lies. */
    private record Entry(String name, boolean deflated, int start, int end) {}

    PackageHead(byte[] bytes) {
        this.bytes = bytes.clone();
        this.latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether the file is a workbook, as far as it can be told. */
    boolean isWorkbook() {
        List<Entry> entries = entries();
        return !entries.isEmpty()
                && OF_A_PACKAGE.matcher(entries.get(0).name()).matches()
                && entries.stream()
                        .anyMatch(entry -> OF_A_WORKBOOK.matcher(entry.name()).matches() || namesAWorkbook(entry));
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int at = latin1.startsWith(ENTRY) ? 0 : -1;
        while (at >= 0 && at + HEADER <= bytes.length) {
            int nameEnd = at + HEADER + number(at + 26, 2);
            int start = nameEnd + number(at + 28, 2);
            if (start > bytes.length) {
                break;
            }
            int size = number(at + 18, 4);
            boolean sized = size > 0 || (number(at + 6, 2) & SIZE_BEHIND) == 0;
            int end = sized && size >= 0 && size <= bytes.length - start ? start + size : bytes.length;
            entries.add(new Entry(latin1.substring(at + HEADER, nameEnd), number(at + 8, 2) == DEFLATED, start, end));
            at = latin1.indexOf(ENTRY, sized ? end : start);
        }
        return entries;
    }

    private int number(int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }

    private boolean namesAWorkbook(Entry entry) {
        return entry.name().equals(TYPES) && content(entry).contains("sheet.main+xml");
    }

    private String content(Entry entry) {
        if (!entry.deflated()) {
            return latin1.substring(entry.start(), entry.end());
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, entry.start(), entry.end() - entry.start());
            byte[] types = new byte[MOST_TYPES];
            return new String(types, 0, inflater.inflate(types), StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }
}

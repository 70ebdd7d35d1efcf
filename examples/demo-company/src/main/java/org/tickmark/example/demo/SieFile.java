package org.tickmark.example.demo;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a ledger as SIE 4E: every account with its balances, every voucher, CP437 bytes, and the check sum of the file. */
final class SieFile {
    private static final Charset CP437 = Charset.forName("IBM437");
    private static final String LINE_END = "\r\n";

    private final List<String> lines = new ArrayList<>();

    private SieFile() {}

    static byte[] of(Books books) {
        SieFile file = new SieFile();
        file.head();
        file.accounts(books);
        file.vouchers(books);
        file.checkSum();
        return (String.join(LINE_END, file.lines) + LINE_END).getBytes(CP437);
    }

    private void head() {
        lines.add("#FLAGGA 0");
        lines.add("#KSUMMA");
        lines.add("#PROGRAM \"Tickmark demo company\" 1.0");
        lines.add("#FORMAT PC8");
        lines.add("#GEN 20260601");
        lines.add("#SIETYP 4");
        lines.add("#ORGNR " + May2026.ORGANISATION);
        lines.add("#FNAMN " + quoted(May2026.COMPANY));
        lines.add("#RAR 0 " + date(May2026.FIRST_DAY) + " 20270430");
        lines.add("#OMFATTN " + date(May2026.LAST_DAY));
        lines.add("#KPTYP BAS2014");
        lines.add("#VALUTA SEK");
    }

    private void accounts(Books books) {
        books.chart().forEach((number, name) -> lines.add("#KONTO " + number + " " + quoted(name)));
        books.chart().keySet().stream()
                .filter(number -> !Books.ofResult(number))
                .forEach(number -> {
                    lines.add("#IB 0 " + number + " " + books.opening(number).toPlainString());
                    lines.add("#UB 0 " + number + " " + books.closing(number).toPlainString());
                });
        books.chart().keySet().stream()
                .filter(Books::ofResult)
                .forEach(number -> lines.add(
                        "#RES 0 " + number + " " + books.closing(number).toPlainString()));
    }

    private void vouchers(Books books) {
        books.vouchersBySeries().values().forEach(series -> {
            int number = 1;
            for (Voucher voucher : series) {
                voucher(voucher, number++);
            }
        });
    }

    private void voucher(Voucher voucher, int number) {
        lines.add(
                "#VER " + voucher.series() + " " + number + " " + date(voucher.date()) + " " + quoted(voucher.text()));
        lines.add("{");
        for (Voucher.Row row : voucher.rows()) {
            String text = row.text().isEmpty() ? "" : " " + date(voucher.date()) + " " + quoted(row.text());
            lines.add("   #TRANS " + row.account() + " {} " + row.amount().toPlainString() + text);
        }
        lines.add("}");
    }

    /**
     * CRC-32 over labels and fields after the first {@code #KSUMMA}, without the blanks, quotes and braces that separate and wrap
     * them; those between quotes belong to a field (SIE 4B, 11).
     */
    private void checkSum() {
        CRC32 crc = new CRC32();
        int first = lines.indexOf("#KSUMMA") + 1;
        for (String line : lines.subList(first, lines.size())) {
            crc.update(fieldsOf(line).getBytes(CP437));
        }
        lines.add("#KSUMMA " + crc.getValue());
    }

    /** No field holds a quote, so each quote of a line begins or ends a field. */
    private static String fieldsOf(String line) {
        StringBuilder fields = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (quoted || " {}".indexOf(character) < 0) {
                fields.append(character);
            }
        }
        return fields.toString();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String date(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}

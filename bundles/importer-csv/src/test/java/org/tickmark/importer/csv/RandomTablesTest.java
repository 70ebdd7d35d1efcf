package org.tickmark.importer.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tickmark.api.importer.ImportedEntry;
import org.tickmark.testkit.importer.RecordedStatement;
import org.tickmark.testkit.importer.RecordingSink;

/** What is written in any dialect is read back: entries, text, balances, order. */
class RandomTablesTest {
    private static final int TABLES = 500;
    private static final String[] DELIMITERS = {";", ",", "\t", "|"};
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] DATES = {
        "yyyy-MM-dd",
        "yyyy/MM/dd",
        "yyyyMMdd",
        "dd.MM.yyyy",
        "dd-MM-yyyy",
        "dd/MM/yyyy",
        "MM/dd/yyyy",
        "d.M.yyyy",
        "dd.MM.yy",
        "d MMM yyyy"
    };
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Encoding.WINDOWS);
    private static final String[] GROUPS = {"", " ", "\u00a0", "'", "other"};
    private static final String[] WORDS = {
        "Hyra",
        "Lön",
        "faktura; nr",
        "a, b",
        "Åsö \"Café\"",
        "rør 5\"",
        "x|y",
        "Öl\noch mat",
        "1000",
        "2026-11-02",
        "-",
        "kr"
    };

    /** A row as it was meant. */
    private record Meant(LocalDate day, BigDecimal amount, String text, BigDecimal balance) {}

    /** How a table is written. */
    private static final class Dialect {
        private final Random random;
        private final String delimiter;
        private final String lineEnd;
        private final DateTimeFormatter date;
        private final Charset charset;
        private final boolean comma;
        private final String group;
        private final boolean quoted;
        private final int sign;
        private final boolean newestFirst;
        private final boolean balance;
        private final String minus;

        Dialect(Random random) {
            this.random = random;
            this.delimiter = one(DELIMITERS);
            this.lineEnd = one(LINE_ENDS);
            this.date = DateTimeFormatter.ofPattern(one(DATES), Locale.ENGLISH);
            this.charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
            this.comma = random.nextBoolean();
            this.group = one(GROUPS);
            this.quoted = random.nextBoolean();
            this.sign = random.nextInt(4);
            this.newestFirst = random.nextBoolean();
            this.balance = random.nextBoolean();
            this.minus = random.nextBoolean() || charset.equals(Encoding.WINDOWS) ? "-" : "\u2212";
        }

        private String one(String[] all) {
            return all[random.nextInt(all.length)];
        }

        byte[] write(List<Meant> rows) {
            StringBuilder table = new StringBuilder();
            boolean wide = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
            if (wide || (charset.equals(StandardCharsets.UTF_8) && random.nextBoolean())) {
                table.append('\uFEFF');
            }
            line(table, names());
            List<Meant> order = new ArrayList<>(rows);
            if (newestFirst) {
                Collections.reverse(order);
            }
            order.forEach(row -> line(table, cells(row)));
            return table.toString().getBytes(charset);
        }

        private List<String> names() {
            List<String> names = new ArrayList<>(List.of("Datum", "Text"));
            names.addAll(
                    switch (sign) {
                        case 0 -> List.of("Belopp");
                        case 1 -> List.of("Ut", "In");
                        case 2 -> List.of("Debit", "Credit");
                        default -> List.of("Amount", "D/C");
                    });
            if (balance) {
                names.add("Saldo");
            }
            return names;
        }

        private List<String> cells(Meant row) {
            List<String> cells = new ArrayList<>(List.of(date.format(row.day()), row.text()));
            boolean out = row.amount().signum() < 0;
            String size = amount(row.amount().abs());
            cells.addAll(
                    switch (sign) {
                        case 0 -> List.of(amount(row.amount()));
                        case 1, 2 -> out ? List.of(size, "") : List.of("", size);
                        default -> List.of(size, out ? "D" : "C");
                    });
            if (balance) {
                cells.add(amount(row.balance()));
            }
            return cells;
        }

        private String amount(BigDecimal amount) {
            String plain = amount.abs().toPlainString();
            int point = plain.indexOf('.');
            StringBuilder text = new StringBuilder(plain.substring(0, point));
            String mark = group.equals("other") ? (comma ? "." : ",") : group;
            for (int i = point - 3; i > 0; i -= 3) {
                text.insert(i, mark);
            }
            text.append(comma ? ',' : '.').append(plain, point + 1, plain.length());
            return (amount.signum() < 0 ? minus : "") + text;
        }

        private void line(StringBuilder table, List<String> cells) {
            List<String> written = cells.stream().map(this::cell).toList();
            table.append(String.join(delimiter, written)).append(lineEnd);
        }

        private String cell(String text) {
            boolean needed = text.contains(delimiter) || text.contains("\"") || text.contains("\n");
            return quoted || needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }
    }

    @Test
    void readsBackWhatWasWrittenInAnyDialect() {
        for (int number = 0; number < TABLES; number++) {
            Random random = new Random(number);
            List<Meant> rows = rows(random);
            Dialect dialect = new Dialect(random);
            byte[] table = dialect.write(rows);
            RecordingSink sink = Csv.read(table);

            assertThat(sink.errors()).as(describe(number, table, dialect)).isEmpty();
            assertThat(sink.statements()).as(describe(number, table, dialect)).hasSize(1);
            check(sink.statements().get(0), rows, dialect, describe(number, table, dialect));
        }
    }

    private static void check(RecordedStatement statement, List<Meant> rows, Dialect dialect, String table) {
        List<ImportedEntry> entries = new ArrayList<>(statement.entries());
        if (dialect.newestFirst) {
            Collections.reverse(entries);
        }
        assertThat(entries).as(table).extracting(ImportedEntry::amount).isEqualTo(column(rows, Meant::amount));
        assertThat(entries)
                .as(table)
                .extracting(entry -> entry.bookingDate().orElseThrow())
                .isEqualTo(column(rows, Meant::day));
        assertThat(entries)
                .as(table)
                .extracting(entry -> String.join("\n", entry.text()))
                .isEqualTo(column(rows, Meant::text));
        if (dialect.balance) {
            assertThat(statement.proof()).as(table).isEqualTo(RecordedStatement.Proof.OK);
            assertThat(statement.closing())
                    .as(table)
                    .hasValue(rows.get(rows.size() - 1).balance());
        }
    }

    private static <T> List<T> column(List<Meant> rows, Function<Meant, T> part) {
        return rows.stream().map(part).toList();
    }

    /** Rows in the order of time; the first two show the order of dates and the decimal mark. */
    private static List<Meant> rows(Random random) {
        List<Meant> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 13 + random.nextInt(15));
        BigDecimal balance = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
        int count = 2 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            long size = i == 0 ? 123_456_789 : 1 + random.nextInt(10_000_000);
            BigDecimal amount = BigDecimal.valueOf(random.nextBoolean() ? size : -size, 2);
            balance = balance.add(amount);
            rows.add(new Meant(day, amount, WORDS[random.nextInt(WORDS.length)], balance));
            day = day.plusDays(random.nextInt(5));
        }
        return rows;
    }

    private static String describe(int number, byte[] table, Dialect dialect) {
        return "table " + number + "\n" + new String(table, dialect.charset);
    }
}

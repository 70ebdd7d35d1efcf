package org.tickmark.benchmarks.matching.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.score.Truth;
import org.tickmark.benchmarks.matching.workload.Group;
import org.tickmark.benchmarks.matching.workload.Row;
import org.tickmark.benchmarks.matching.workload.Workload;
import org.tickmark.kit.json.Json;
import org.tickmark.kit.text.Csv;

/** Writes a workload: {@code bank.csv}, {@code ledger.csv}, {@code truth.csv}, and {@code checks.json} with rows, sums and hashes. */
public final class WorkloadFiles {
    private final Workload workload;
    private final Form form;

    public WorkloadFiles(Workload workload, Form form) {
        this.workload = workload;
        this.form = form;
    }

    /**
     * Writes the files into a folder, which is made if it is missing. Files of an earlier workload are replaced.
     *
     * @return what {@code checks.json} says
     */
    public Map<String, Object> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> types = new TreeMap<>();
        try (CsvFile bank = new CsvFile(folder.resolve("bank.csv"));
                CsvFile ledger = new CsvFile(folder.resolve("ledger.csv"));
                CsvFile truth = new CsvFile(folder.resolve("truth.csv"))) {
            List<String> header = form.columns().stream().map(Column::label).toList();
            bank.row(header);
            ledger.row(header);
            truth.row(TruthFile.HEADER);
            new Sheets(workload, form).forEach(new Sheets.Sink() {
                private final List<Group> groups = new ArrayList<>();

                @Override
                public void group(Group group) {
                    groups.add(new Group(group.type(), group.expected(), List.of(), List.of()));
                    types.merge(group.type() + ' ' + word(group.expected()), 1, Integer::sum);
                }

                @Override
                public void row(Side side, String name, int group, Row row) {
                    CsvFile file = side == Side.BANK ? bank : ledger;
                    file.row(form.columns().stream()
                            .map(column -> column.cell(name, row))
                            .toList());
                    file.add(row.minor());
                    truth.row(truthRow(side, name, group, groups.get(group), row));
                }
            });
            Map<String, Object> checks = new LinkedHashMap<>();
            checks.put("workload", workload.name());
            checks.put("settings", workload.settings());
            checks.put("groups", types);
            checks.put("files", List.of(bank.check(), ledger.check(), truth.check()));
            Files.writeString(folder.resolve("checks.json"), Json.indented(checks));
            return checks;
        }
    }

    private List<String> truthRow(Side side, String name, int group, Group of, Row row) {
        return List.of(
                word(side),
                name,
                Integer.toString(group),
                of.type(),
                word(of.expected()),
                HexFormat.of().toHexDigits(Truth.content(form.visible(row))),
                Column.decimal(row.minor()));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** A file in the writing: counted, summed up and hashed. */
    private static final class CsvFile implements AutoCloseable {
        private final String name;
        private final MessageDigest digest = sha256();
        private final Writer out;
        private final Csv csv;
        private long rows = -1;
        private BigDecimal sum = BigDecimal.ZERO;

        CsvFile(Path file) throws IOException {
            name = file.getFileName().toString();
            out = new BufferedWriter(new OutputStreamWriter(
                    new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8));
            csv = new Csv(out, ';', Csv.Formulas.AS_IS);
        }

        void row(List<String> cells) {
            try {
                csv.row(cells);
                rows++;
            } catch (IOException e) {
                throw new UncheckedIOException(name + " could not be written", e);
            }
        }

        void add(long minor) {
            sum = sum.add(BigDecimal.valueOf(minor, 2));
        }

        Map<String, Object> check() throws IOException {
            out.flush();
            Map<String, Object> check = new LinkedHashMap<>();
            check.put("name", name);
            check.put("rows", rows);
            if (!name.equals("truth.csv")) {
                check.put("sum", sum);
            }
            check.put("sha256", HexFormat.of().formatHex(digest.digest()));
            return check;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}

package org.tickmark.benchmarks.matching.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tickmark.api.host.books.Account.Side;
import org.tickmark.benchmarks.matching.score.Truth;
import org.tickmark.benchmarks.matching.workload.Group.Expected;

/**
 * The truth of a workload as it was written beside it.
 *
 * @param bank the numbers of the bank rows by their names
 * @param ledger the numbers of the ledger rows by their names
 */
public record TruthFile(Truth truth, Map<String, Integer> bank, Map<String, Integer> ledger) {
    static final List<String> HEADER = List.of("side", "row", "group", "type", "expected", "content", "amount");

    /**
     * Reads the truth beside a workload.
     *
     * @param folder where it was written
     */
    public static TruthFile read(Path folder) throws IOException {
        Path file = folder.resolve("truth.csv");
        TruthFile read = new TruthFile(new Truth(), new HashMap<>(), new HashMap<>());
        for (String[] group : groups(file)) {
            read.truth.addGroup(group[3], Expected.valueOf(group[4].toUpperCase(Locale.ROOT)));
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().skip(1).forEach(line -> read.add(line.split(";", -1)));
        }
        return read;
    }

    /** The first row of each group. */
    private static List<String[]> groups(Path file) throws IOException {
        List<String[]> groups = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().skip(1).map(line -> line.split(";", -1)).forEach(row -> {
                int group = Integer.parseInt(row[2]);
                while (groups.size() <= group) {
                    groups.add(row);
                }
                groups.set(group, row);
            });
        }
        return groups;
    }

    private void add(String[] row) {
        Side side = Side.valueOf(row[0].toUpperCase(Locale.ROOT));
        (side == Side.BANK ? bank : ledger).put(row[1], truth.rows(side));
        long minor = new BigDecimal(row[6]).movePointRight(2).longValueExact();
        truth.addRow(side, Integer.parseInt(row[2]), HexFormat.fromHexDigitsToLong(row[5]), minor);
    }
}

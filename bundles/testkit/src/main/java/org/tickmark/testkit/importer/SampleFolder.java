package org.tickmark.testkit.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A folder of sample files, one sub-folder a format, and a file {@code expected.tsv} beside them. That has a heading and, for each statement,
 * the columns file, account, currency, transactions, sum, opening, closing and note, separated by tabs; a row without transactions says that
 * its file must be refused.
 */
public final class SampleFolder {
    private static final String EXPECTED = "expected.tsv";
    private static final int COLUMNS = 8;

    private final Path folder;

    private SampleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What a file must give for one statement.
     *
     * @param account the account's number; empty when it is not part of what is expected
     * @param currency ISO 4217 code; empty when it is not part of what is expected
     * @param transactions number of booked entries; empty when the file must be refused
     * @param sum their signed sum
     * @param opening the opening balance, if the file states one
     * @param closing the closing balance, if the file states one
     * @param note remarks
     */
    public record ExpectedRow(
            String account,
            String currency,
            Optional<Integer> transactions,
            BigDecimal sum,
            Optional<BigDecimal> opening,
            Optional<BigDecimal> closing,
            String note) {
        /** Whether the file must be refused. */
        public boolean isRefusal() {
            return transactions.isEmpty();
        }
    }

    /** A folder. */
    public static SampleFolder of(Path folder) {
        return new SampleFolder(Objects.requireNonNull(folder, "folder"));
    }

    /** The folder {@code shared/samples} beside the project; the test is skipped when there is none. */
    public static SampleFolder besideTheProject() {
        Path project = Path.of("").toAbsolutePath();
        while (project.getParent() != null && !Files.isDirectory(project.resolve(".mvn"))) {
            project = project.getParent();
        }
        Path samples = project.resolveSibling("shared").resolve("samples");
        Assumptions.assumeTrue(Files.isRegularFile(samples.resolve(EXPECTED)), "no samples at " + samples);
        return of(samples);
    }

    /** All files, in every sub-folder, in the order of their names. */
    public List<Path> files() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> Files.isRegularFile(file) && !folder.equals(file.getParent()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    /** What the files of a format must give, by their names with the format's folder. */
    public Map<String, List<ExpectedRow>> expected(String format) {
        try (Stream<String> lines = Files.lines(folder.resolve(EXPECTED))) {
            return lines.skip(1)
                    .map(line -> line.split("\t", COLUMNS))
                    .filter(cells -> cells[0].startsWith(format + "/"))
                    .collect(Collectors.groupingBy(
                            cells -> cells[0],
                            LinkedHashMap::new,
                            Collectors.mapping(SampleFolder::row, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(EXPECTED, e);
        }
    }

    /** A file, by its name with the format's folder. */
    public SampleFile file(String name) {
        return read(folder.resolve(name));
    }

    /** A file as it lies there. */
    public static SampleFile read(Path file) {
        try {
            return SampleFile.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static ExpectedRow row(String[] cells) {
        return new ExpectedRow(
                cells[1],
                cells[2],
                cells[3].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(cells[3])),
                amount(cells[4]).orElse(BigDecimal.ZERO),
                amount(cells[5]),
                amount(cells[6]),
                cells[7]);
    }

    private static Optional<BigDecimal> amount(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }
}

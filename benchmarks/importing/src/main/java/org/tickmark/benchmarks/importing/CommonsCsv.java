package org.tickmark.benchmarks.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tickmark's own table read by commons-csv, by the names of its columns. */
final class CommonsCsv {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private CommonsCsv() {}

    static Tally read(byte[] file) throws IOException {
        long entries = 0;
        BigDecimal sum = BigDecimal.ZERO;
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord row : parser) {
                if (LocalDate.parse(row.get("booking_date")).isAfter(LocalDate.parse(row.get("value_date")))) {
                    throw new IOException("booked after its value date: " + row);
                }
                entries++;
                sum = sum.add(new BigDecimal(row.get("amount")));
            }
        }
        return new Tally(entries, sum);
    }
}

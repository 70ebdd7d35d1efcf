package org.tickmark.recurrence.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of a fixture: tab-separated, the first line names the columns; {@code ⇥} stands for a tab. */
public final class Rows {
    private Rows() {}

    public static List<Map<String, String>> of(Class<?> beside, String name) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> columns, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells[i].replace('⇥', '\t'));
        }
        return row;
    }
}

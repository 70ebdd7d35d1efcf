package org.tickmark.example.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes the files of the demo company, the same bytes each time. Takes the folder {@code examples/demo-company}.
 */
public final class DemoCompany {
    private DemoCompany() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "." : arguments[0]);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** The files by their paths in the folder. */
    static Map<String, byte[]> files() {
        May2026 month = new May2026();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("data/inbox/bank/kontoutdrag-2026-05.xml", CamtFile.of(month.statement()));
        files.put("data/inbox/ledger/huvudbok-2026-05.se", SieFile.of(month.books()));
        files.put("expected.yaml", ExpectedFile.of(month));
        return files;
    }
}

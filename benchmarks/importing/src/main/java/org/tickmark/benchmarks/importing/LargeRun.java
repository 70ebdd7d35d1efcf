package org.tickmark.benchmarks.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

/** Reads a large camt file from the disk in a virtual machine whose whole heap is as large as what reading may take. */
final class LargeRun {
    /** The heap, all told: 64 MB. With a collector that needs nothing of it for itself. */
    static final List<String> HEAP = List.of("-Xmx64m", "-XX:+UseSerialGC");

    private static final long SAMPLE = 1_000;

    private LargeRun() {}

    /** Writes a file of about this many bytes; returns how many payments it tells. */
    static long generate(Path file, long seed, long bytes) throws IOException {
        long sample = FileForm.CAMT.bytes(Told.made(seed, 1, SAMPLE)).length;
        long payments = bytes / (sample / SAMPLE);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            FileForm.CAMT.write(Told.made(seed, 1, payments), out);
        }
        return payments;
    }

    static Figures measure(Path file, long seed, long payments) throws IOException {
        Tally expected = Tally.of(FileForm.CAMT, Told.made(seed, 1, payments));
        long start = System.nanoTime();
        Tally found;
        try (InputStream in = Files.newInputStream(file)) {
            found = TallySink.read(FileForm.CAMT, in);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!found.equals(expected)) {
            return Figures.refused("found " + found + ", expected " + expected);
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("MB", Files.size(file) / 1e6);
        figures.put("entries", (double) found.entries());
        figures.put("heap allowed, MB", Runtime.getRuntime().maxMemory() / 1e6);
        figures.put("s", seconds);
        figures.put("MB/s", Files.size(file) / 1e6 / seconds);
        return Figures.of(figures);
    }
}

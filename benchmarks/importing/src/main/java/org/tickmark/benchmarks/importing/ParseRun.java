package org.tickmark.benchmarks.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickmark.benchmarks.kit.Figures;
import org.tickmark.testkit.file.FileForm;
import org.tickmark.testkit.file.Told;

/** Lets one reader read one file in memory again and again, after it has shown that it finds all that is in it. */
final class ParseRun {
    static final String SPEED = "MB/s";
    static final String BEST = "MB/s, best round";
    static final String ENTRIES = "entries/s";
    static final String SIZE = "MB";

    private static final int LEAST_ROUNDS = 3;

    private ParseRun() {}

    static Figures measure(FileForm form, Contender contender, long seed, Extent extent) throws Exception {
        Told told = Told.made(seed, 1, extent.parsed());
        byte[] file = form.bytes(told);
        Tally expected = Tally.of(form, told);
        Tally found = contender.read(form, file);
        if (!found.equals(expected)) {
            return Figures.refused("found " + found + ", expected " + expected);
        }
        rounds(form, contender, file, extent.warmUpNanos());
        List<Long> nanos = rounds(form, contender, file, extent.measureNanos());
        Collections.sort(nanos);
        double seconds = nanos.get(nanos.size() / 2) / 1e9;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(SIZE, file.length / 1e6);
        figures.put(SPEED, file.length / 1e6 / seconds);
        figures.put(BEST, file.length / 1e6 / (nanos.get(0) / 1e9));
        figures.put(ENTRIES, expected.entries() / seconds);
        return Figures.of(figures);
    }

    private static List<Long> rounds(FileForm form, Contender contender, byte[] file, long length) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long start = System.nanoTime();
        for (long now = start; now - start < length || nanos.size() < LEAST_ROUNDS; ) {
            Tally ignored = contender.read(form, file);
            long end = System.nanoTime();
            if (ignored.entries() > 0) {
                nanos.add(end - now);
            }
            now = end;
        }
        return nanos;
    }
}

package org.tickmark.benchmarks.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the machine is, and what it does besides; from its making on. */
public final class Machine {
    /** Load of the last minute beyond which nothing is measured unless that is asked for. */
    static final double MOST_LOAD = 0.5;

    private static final double MOST_STEAL_PERCENT = 2;
    private static final int STEAL = 8;
    private static final int GUEST = 9;

    private final long[] before;

    /** A look at the machine as it is now. */
    public Machine() throws IOException {
        this.before = times();
    }

    /** How many processes there were to be run in the last minute, on average. */
    public static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    /** What the load was before anything was measured, and what that means for the figures. */
    public static String told(double load) {
        return String.format(
                Locale.ROOT,
                "Load of the minute before: %.2f.%s",
                load,
                load > MOST_LOAD ? " **Measured beside other work: not to be published.**" : "");
    }

    /** The machine and what is measured on it: the jars that these classes are from. */
    public static String description(Class<?>... measured) {
        List<String> parts = new ArrayList<>();
        parts.add(Runtime.getRuntime().availableProcessors() + " cores");
        parts.add("Java " + Runtime.version());
        for (Class<?> one : measured) {
            parts.add(jar(one));
        }
        return String.join(", ", parts);
    }

    private static String jar(Class<?> of) {
        try {
            Path path = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
            return path.getFileName().toString().replaceFirst("\\.jar$", "");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What other machines on the same hardware took of the time meanwhile, and what that means for the figures. */
    public String steal() throws IOException {
        long[] now = times();
        double percent = 100.0 * (now[0] - before[0]) / Math.max(1, now[1] - before[1]);
        String text = String.format(Locale.ROOT, "Stolen by other machines meanwhile: %.1f %%.", percent);
        return percent > MOST_STEAL_PERCENT ? "**" + text + " Not to be published.**" : text;
    }

    /** Time that was stolen, and all time. */
    private static long[] times() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/stat")).get(0);
        String[] fields = line.split(" +", -1);
        long all = 0;
        for (int i = 1; i < GUEST; i++) {
            all += Long.parseLong(fields[i]);
        }
        return new long[] {Long.parseLong(fields[STEAL]), all};
    }
}

package org.tickmark.benchmarks.calendar;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Noise;

/**
 * What a command line asks for.
 *
 * @param series how many series there are
 * @param asked how often each question is asked
 * @param seed of the series
 * @param folder where the database is, for as long as it takes
 * @param noise what becomes of a machine that has other things to do
 */
record Options(int series, int asked, long seed, Path folder, Noise noise) {
    static final String USAGE = """
            java -jar calendar.jar [--series N] [--quick] [--seed N] [--folder DIR] [--loaded]

            --series     how many series there are; 100,000 if not said
            --quick      a tenth of everything
            --seed       of the series; 1 if not said
            --folder     where the database is meanwhile, on the disk to be measured; target if not said
            --loaded     measure though the machine has other things to do; the tables say so""";

    private static final int SERIES = 100_000;
    private static final int MOST_SERIES = 1_000_000;
    private static final int ASKED = 300;
    private static final int TENTH = 10;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Noise noise = Noise.REFUSED;
        int series = SERIES;
        int part = 1;
        long seed = 1;
        Path folder = Path.of("target");
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> part = TENTH;
                case "--loaded" -> noise = Noise.TOLD;
                case "--series" -> series = CommandLine.number(words, word, MOST_SERIES);
                case "--seed" -> seed = CommandLine.number(words, word, Integer.MAX_VALUE);
                case "--folder" -> folder = Path.of(CommandLine.value(words, word));
                default -> throw new IllegalArgumentException("Found " + word + ", expected what is listed below");
            }
        }
        return new Options(Math.max(1, series / part), ASKED / part, seed, folder, noise);
    }
}

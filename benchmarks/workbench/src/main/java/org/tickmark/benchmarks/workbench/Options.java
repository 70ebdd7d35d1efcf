package org.tickmark.benchmarks.workbench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Noise;

/**
 * What a command line asks for.
 *
 * @param extent how much is stored
 * @param times how often each page is asked for
 * @param home the unpacked program
 * @param folder where the data is, for as long as it takes
 * @param kept whether the data stays there, to be looked at
 * @param noise what becomes of a machine that has other things to do
 */
record Options(Extent extent, int times, Path home, Path folder, boolean kept, Noise noise) {
    static final String USAGE = """
        java -jar workbench.jar [--quick] [--times N] [--home DIR] [--folder DIR] [--keep] [--loaded]

        --quick      a tenth of everything is stored
        --times      how often each page is asked for; 11 if not said
        --home       the unpacked program; launcher/target/dist/tickmark if not said
        --folder     where the data is meanwhile, on the disk to be measured; target if not said
        --keep       leaves the data there
        --loaded     measure though the machine has other things to do; the table says so\
        """;

    private static final int TIMES = 11;
    private static final int MOST_TIMES = 300;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Extent extent = Extent.FULL;
        int times = TIMES;
        Path home = Path.of("launcher/target/dist/tickmark");
        Path folder = Path.of("target");
        boolean kept = false;
        Noise noise = Noise.REFUSED;
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> extent = Extent.QUICK;
                case "--times" -> times = CommandLine.number(words, word, MOST_TIMES);
                case "--home" -> home = Path.of(CommandLine.value(words, word));
                case "--folder" -> folder = Path.of(CommandLine.value(words, word));
                case "--keep" -> kept = true;
                case "--loaded" -> noise = Noise.TOLD;
                default -> throw new IllegalArgumentException("Unknown: " + word);
            }
        }
        return new Options(extent, times, home, folder, kept, noise);
    }
}

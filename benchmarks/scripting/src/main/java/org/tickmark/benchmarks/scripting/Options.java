package org.tickmark.benchmarks.scripting;

import java.util.Iterator;
import java.util.List;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Noise;

/**
 * What a command line asks for.
 *
 * @param part which part of the work: 1 for all, 10 for a tenth
 * @param rounds how often each work is run before it is measured, and how often it is measured
 * @param noise what becomes of a machine that has other things to do
 */
record Options(int part, int rounds, Noise noise) {
    static final String USAGE = """
        java -jar scripting.jar [--rounds N] [--quick] [--loaded]

        --rounds     how often each work is run before it is measured, and how often it is measured; 15 if not said
        --quick      a tenth of the work
        --loaded     measure though the machine has other things to do; the tables say so\
        """;

    private static final int ROUNDS = 15;
    private static final int TENTH = 10;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Noise noise = Noise.REFUSED;
        int part = 1;
        int rounds = ROUNDS;
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> part = TENTH;
                case "--loaded" -> noise = Noise.TOLD;
                case "--rounds" -> rounds = CommandLine.number(words, word, 1_000);
                default -> throw new IllegalArgumentException("Found " + word + ", expected what is listed below");
            }
        }
        return new Options(part, rounds, noise);
    }
}

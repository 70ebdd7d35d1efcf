package org.tickmark.benchmarks.scheduling;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Noise;

/**
 * What a command line asks for.
 *
 * @param workloads what is to be done
 * @param contenders by which engines
 * @param repetitions how often each is measured
 * @param length how much there is to do
 * @param folder where the databases are, for as long as it takes
 * @param noise what becomes of a machine that has other things to do
 */
record Options(
        Set<Workload> workloads,
        Set<Contender> contenders,
        int repetitions,
        Workload.Length length,
        Path folder,
        Noise noise) {
    static final String USAGE = """
            java -jar scheduling.jar [w1 w3 ...] [--quick] [--engines tickmark_pg,quartz_memory] [--repeat N] [--folder DIR] [--loaded]

            w1 ... w7    what is to be measured; all if not said
            --quick      a tenth of everything, once
            --engines    those whose name begins so
            --repeat     how often each is measured; 5 if not said
            --folder     where the databases are meanwhile, on the disk to be measured; target if not said
            --loaded     measure though the machine has other things to do; the tables say so""";

    private static final int REPETITIONS = 5;
    private static final int MOST_REPETITIONS = 99;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Set<Workload> workloads = EnumSet.noneOf(Workload.class);
        Set<Contender> contenders = EnumSet.allOf(Contender.class);
        Workload.Length length = Workload.Length.FULL;
        Noise noise = Noise.REFUSED;
        int repetitions = 0;
        Path folder = Path.of("target");
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> length = Workload.Length.QUICK;
                case "--loaded" -> noise = Noise.TOLD;
                case "--engines" -> contenders = contenders(CommandLine.value(words, word));
                case "--repeat" -> repetitions = CommandLine.number(words, word, MOST_REPETITIONS);
                case "--folder" -> folder = Path.of(CommandLine.value(words, word));
                default -> workloads.add(workload(word));
            }
        }
        if (repetitions == 0) {
            repetitions = length == Workload.Length.QUICK ? 1 : REPETITIONS;
        }
        return new Options(
                workloads.isEmpty() ? EnumSet.allOf(Workload.class) : workloads,
                contenders,
                repetitions,
                length,
                folder,
                noise);
    }

    private static Workload workload(String word) {
        for (Workload workload : Workload.values()) {
            if (workload.name().equalsIgnoreCase(word)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("Found " + word + ", expected one of w1 to w7 or an option");
    }

    private static Set<Contender> contenders(String names) {
        Set<Contender> chosen = EnumSet.noneOf(Contender.class);
        for (String name : names.split(",", -1)) {
            Set<Contender> named = EnumSet.allOf(Contender.class);
            named.removeIf(contender -> !contender.name().startsWith(name.toUpperCase(Locale.ROOT)));
            if (named.isEmpty()) {
                throw new IllegalArgumentException("No engine begins with " + name + "; there are "
                        + EnumSet.allOf(Contender.class).toString().toLowerCase(Locale.ROOT));
            }
            chosen.addAll(named);
        }
        return chosen;
    }
}

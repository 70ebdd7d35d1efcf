package org.tickmark.benchmarks.scheduling;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a command line asks for.
 *
 * @param workloads what is to be done
 * @param contenders by which engines
 * @param repetitions how often each is measured
 * @param length how much there is to do
 * @param folder where the databases are, for as long as it takes
 */
record Options(Set<Workload> workloads, Set<Contender> contenders, int repetitions, Length length, Path folder) {
    static final String USAGE = """
            java -jar scheduling.jar [--quick] [--workloads W1,W3] [--engines tickmark_pg,quartz_memory] [--repeat N] [--folder DIR]

            --quick      a tenth of everything, once
            --engines    those whose name begins so
            --repeat     how often each is measured; 5 if not said
            --folder     where the databases are meanwhile, on the disk to be measured; target if not said""";

    /** How much there is to do. */
    enum Length {
        FULL(1),
        QUICK(10);

        private final int divisor;

        Length(int divisor) {
            this.divisor = divisor;
        }

        /** This share of what the full form does. */
        int of(int full) {
            return full / divisor;
        }
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Set<Workload> workloads = EnumSet.allOf(Workload.class);
        Set<Contender> contenders = EnumSet.allOf(Contender.class);
        Length length = Length.FULL;
        int repetitions = 0;
        Path folder = Path.of("target");
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> length = Length.QUICK;
                case "--workloads" -> workloads = workloads(value(words, word));
                case "--engines" -> contenders = contenders(value(words, word));
                case "--repeat" -> repetitions = Integer.parseInt(value(words, word));
                case "--folder" -> folder = Path.of(value(words, word));
                default -> throw new IllegalArgumentException("Found " + word);
            }
        }
        if (repetitions == 0) {
            repetitions = length == Length.QUICK ? 1 : 5;
        }
        return new Options(workloads, contenders, repetitions, length, folder);
    }

    private static String value(Iterator<String> words, String option) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static Set<Workload> workloads(String names) {
        Set<Workload> chosen = EnumSet.noneOf(Workload.class);
        for (String name : names.split(",", -1)) {
            chosen.add(Workload.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return chosen;
    }

    private static Set<Contender> contenders(String names) {
        Set<Contender> chosen = EnumSet.noneOf(Contender.class);
        for (String name : names.split(",", -1)) {
            for (Contender contender : Contender.values()) {
                if (contender.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                    chosen.add(contender);
                }
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("No engine begins with " + names + "; there are "
                    + EnumSet.allOf(Contender.class).toString().toLowerCase(Locale.ROOT));
        }
        return chosen;
    }
}

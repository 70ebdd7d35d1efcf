package org.tickmark.benchmarks.importing;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickmark.benchmarks.kit.CommandLine;
import org.tickmark.benchmarks.kit.Database;
import org.tickmark.benchmarks.kit.Noise;
import org.tickmark.testkit.file.FileForm;

/**
 * What a command line asks for.
 *
 * @param measurements what is to be measured
 * @param forms on files of which forms
 * @param stores where files are booked
 * @param extent how much there is to do
 * @param repetitions by how many processes each reader is measured
 * @param seed of the files
 * @param folder where files and databases are, for as long as it takes
 * @param noise what becomes of a machine that has other things to do
 */
record Options(
        Set<Measurement> measurements,
        Set<FileForm> forms,
        Set<Database.Store> stores,
        Extent extent,
        int repetitions,
        long seed,
        Path folder,
        Noise noise) {
    static final String USAGE =
            """
            java -jar importing.jar [parse] [book] [large] [camt mt940 ...] [--quick] [--store h2|postgresql] [--repeat N] [--seed N] [--folder DIR] [--loaded]

            parse        reading alone, beside other libraries
            book         from the folder to the books and the archive, beside bare JDBC
            large        a large camt file in a small heap; all three if none is said
            camt ...     the forms: %s; all if none is said
            --quick      a tenth of everything, once
            --store      where to book; both if not said
            --repeat     by how many processes each reader is measured; 3 if not said
            --seed       of the files; 1 if not said
            --folder     where files and databases are meanwhile, on the disk to be measured; target if not said
            --loaded     measure though the machine has other things to do; the tables say so""".formatted(List.of(FileForm.values()).toString().toLowerCase(Locale.ROOT));

    private static final int REPETITIONS = 3;
    private static final int MOST_REPETITIONS = 99;

    /** What can be measured. */
    enum Measurement {
        PARSE,
        BOOK,
        LARGE
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if it says anything else
     */
    static Options read(List<String> line) {
        Set<Measurement> measurements = EnumSet.noneOf(Measurement.class);
        Set<FileForm> forms = EnumSet.noneOf(FileForm.class);
        Set<Database.Store> stores = EnumSet.of(Database.Store.H2, Database.Store.POSTGRESQL);
        Extent extent = Extent.FULL;
        Noise noise = Noise.REFUSED;
        int repetitions = 0;
        long seed = 1;
        Path folder = Path.of("target");
        Iterator<String> words = line.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> extent = Extent.QUICK;
                case "--loaded" -> noise = Noise.TOLD;
                case "--store" -> stores = EnumSet.of(store(CommandLine.value(words, word)));
                case "--repeat" -> repetitions = CommandLine.number(words, word, MOST_REPETITIONS);
                case "--seed" -> seed = CommandLine.number(words, word, Integer.MAX_VALUE);
                case "--folder" -> folder = Path.of(CommandLine.value(words, word));
                default -> {
                    if (!add(word, Measurement.class, measurements) && !add(word, FileForm.class, forms)) {
                        throw new IllegalArgumentException("Found " + word + ", expected what is listed below");
                    }
                }
            }
        }
        return new Options(
                measurements.isEmpty() ? EnumSet.allOf(Measurement.class) : measurements,
                forms.isEmpty() ? EnumSet.allOf(FileForm.class) : forms,
                stores,
                extent,
                repetitions > 0 ? repetitions : extent == Extent.QUICK ? 1 : REPETITIONS,
                seed,
                folder,
                noise);
    }

    private static Database.Store store(String name) {
        return switch (name) {
            case "h2" -> Database.Store.H2;
            case "postgresql" -> Database.Store.POSTGRESQL;
            default -> throw new IllegalArgumentException("Found --store " + name + ", expected h2 or postgresql");
        };
    }

    private static <E extends Enum<E>> boolean add(String word, Class<E> of, Set<E> chosen) {
        for (E each : of.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(word)) {
                chosen.add(each);
                return true;
            }
        }
        return false;
    }
}

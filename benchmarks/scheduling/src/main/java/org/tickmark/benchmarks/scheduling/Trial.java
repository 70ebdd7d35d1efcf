package org.tickmark.benchmarks.scheduling;

import java.nio.file.Path;
import java.util.List;
import org.tickmark.benchmarks.kit.Database;

/**
 * One measurement of one engine.
 *
 * @param contender the engine
 * @param database an empty database
 * @param server first process of the database server; 0: none
 * @param folder an empty folder for whatever else it takes
 * @param extent how much there is to do
 */
record Trial(Contender contender, Database database, long server, Path folder, Extent extent) {
    /** The engine on the database, at rest. */
    Engine open(Tally tally) throws Exception {
        return contender.open(database, tally);
    }

    /**
     * The engine on the database, at rest, to be given more than the drain.
     *
     * @throws IllegalArgumentException if it can do no more than the drain
     */
    FullEngine full(Tally tally) throws Exception {
        Engine engine = open(tally);
        if (engine instanceof FullEngine full) {
            return full;
        }
        engine.close();
        throw new IllegalArgumentException(contender + " can do the drain alone (W1)");
    }

    /** The words by which a child process is told. */
    List<String> words() {
        return List.of(
                contender.name(),
                database.store().name(),
                database.url(),
                Long.toString(server),
                folder.toString(),
                extent.word());
    }

    static Trial read(List<String> words) {
        return new Trial(
                Contender.valueOf(words.get(0)),
                new Database(Database.Store.valueOf(words.get(1)), words.get(2)),
                Long.parseLong(words.get(3)),
                Path.of(words.get(4)),
                Extent.read(words.get(5)));
    }
}

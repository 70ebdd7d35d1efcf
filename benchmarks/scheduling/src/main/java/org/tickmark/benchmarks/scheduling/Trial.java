package org.tickmark.benchmarks.scheduling;

import java.util.List;

/**
 * One measurement of one engine.
 *
 * @param contender the engine
 * @param database an empty database
 * @param server first process of the database server; 0: none
 * @param size how much there is to do
 */
record Trial(Contender contender, Database database, long server, int size) {
    /** The words by which a child process is told. */
    List<String> words() {
        return List.of(
                contender.name(),
                database.store().name(),
                database.url(),
                Long.toString(server),
                Integer.toString(size));
    }

    static Trial read(List<String> words) {
        return new Trial(
                Contender.valueOf(words.get(0)),
                new Database(Database.Store.valueOf(words.get(1)), words.get(2)),
                Long.parseLong(words.get(3)),
                Integer.parseInt(words.get(4)));
    }
}

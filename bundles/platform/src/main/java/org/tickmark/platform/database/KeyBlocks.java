package org.tickmark.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tickmark.kit.jdbc.Sql;

/**
 * How many keys H2 takes from a sequence at once, for all sessions together. Each time it commits, and with {@code WRITE_DELAY=0} writes whatever any
 * transaction has changed: with blocks of 32, as it comes, that takes longer than the inserts themselves. What is left of a block when the
 * process is killed becomes a gap.
 */
final class KeyBlocks {
    private static final int BLOCK = 1024;

    private static final String COLUMNS = """
        SELECT 'ALTER TABLE "' || table_schema || '"."' || table_name || '" ALTER COLUMN "' || column_name || '" SET CACHE ' AS it
        FROM information_schema.columns WHERE is_identity = 'YES' AND identity_cache < ?
        """;

    private static final String SEQUENCES = """
        SELECT 'ALTER SEQUENCE "' || sequence_schema || '"."' || sequence_name || '" CACHE ' AS it
        FROM information_schema.sequences WHERE cache < ?
        """;

    private KeyBlocks() {}

    /** Lets all sequences and identity columns of an H2 database hand out keys in blocks that are large enough. */
    static void widen(Connection connection) throws SQLException {
        for (String query : List.of(COLUMNS, SEQUENCES)) {
            for (String change : Sql.on(connection, query).with(BLOCK).list(row -> row.text("it"))) {
                Sql.on(connection, change + BLOCK).update();
            }
        }
    }
}

package org.tickmark.benchmarks.matching.peers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.tickmark.benchmarks.matching.score.Result;

/** A way to match rows. */
public interface Peer {
    /** What it is called in tables. */
    String title();

    /** Why it is not to be tried on these rows; empty if it is. */
    default Optional<String> refusal(Lines lines) {
        return Optional.empty();
    }

    /** Takes the rows in. */
    Work load(Lines lines) throws SQLException, IOException;

    /** Rows taken in. */
    interface Work extends AutoCloseable {
        /** Matches them, once. */
        void match() throws SQLException;

        /** What came of it. */
        Result result() throws SQLException;

        @Override
        default void close() throws SQLException {}
    }
}

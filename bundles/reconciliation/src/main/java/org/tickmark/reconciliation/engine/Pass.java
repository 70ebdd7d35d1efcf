package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/** One application of a rule to all that is open. */
interface Pass {
    /** Proposes matches to the board. */
    void run(Board board);

    /** How far apart rows of the two sides may be that it looks at as candidates for each other. */
    default Window window() {
        return Window.STANDARD;
    }

    /** Why the rows of a match that it proposed belong together: what agrees, and why nothing else could be meant. */
    List<Message> evidence(Snapshot rows, Found match);

    /** What agrees in rows that it found and had doubts about. */
    default List<Message> agreement(Snapshot rows, Found match) {
        return evidence(rows, match);
    }
}

package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/**
 * The pass of a rule that cannot be applied.
 *
 * @param problem why not
 */
record IdlePass(Problem problem) implements Pass {
    @Override
    public void run(Board board) {
        throw problem.exception();
    }

    @Override
    public List<Message> evidence(Snapshot rows, Found match) {
        return List.of();
    }
}

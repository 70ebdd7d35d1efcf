package org.tickmark.reconciliation.engine;

import java.util.List;
import org.tickmark.api.message.Message;

/**
 * What a rule found and did not take.
 *
 * @param found the rows
 * @param doubts why it was not taken
 */
record Doubtful(Found found, List<Message> doubts) {
    Doubtful {
        doubts = List.copyOf(doubts);
    }
}

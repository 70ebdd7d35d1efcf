package org.tickmark.reconciliation.engine;

import org.tickmark.api.message.Message;

/**
 * What a row is that nothing on the other side belongs to, and where it is to be booked.
 *
 * @param row the row
 * @param rule name of the rule that says so
 * @param nature what it is
 * @param account the account of the ledger to book it on; empty if the rule names none
 */
public record Explanation(int row, String rule, ExplainKind.Nature nature, String account) {
    /** The same of another row. */
    Explanation of(int other) {
        return new Explanation(other, rule, nature, account);
    }

    /** What it is, in a word: {@code fee}, … */
    public String natureWord() {
        return nature.word();
    }

    Message message() {
        return account.isEmpty()
                ? Wording.message("reason.explained." + nature.word(), rule)
                : Wording.message("reason.explained-on." + nature.word(), rule, account);
    }
}

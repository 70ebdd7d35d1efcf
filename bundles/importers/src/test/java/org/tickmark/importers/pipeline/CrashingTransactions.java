package org.tickmark.importers.pipeline;

import org.tickmark.api.host.Transactions;

/** Transactions during which the process dies: just before or just after the commit of one of them. */
final class CrashingTransactions implements Transactions {
    private final Transactions transactions;
    private int until;

    /** Dies at this boundary: 0 before the first commit, 1 after it, 2 before the second, and so on. */
    CrashingTransactions(Transactions transactions, int boundary) {
        this.transactions = transactions;
        this.until = boundary;
    }

    /** The end of a process, which no handler of exceptions sees. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        T result = transactions.inTransaction(tx -> {
            T done = work.on(tx);
            step();
            return done;
        });
        step();
        return result;
    }

    @Override
    public <T> T reading(Work<T> work) {
        return transactions.reading(work);
    }

    private void step() {
        if (until-- == 0) {
            throw new Crash();
        }
    }
}

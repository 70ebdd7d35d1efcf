package org.tickmark.importers.pipeline;

import org.tickmark.api.host.Transactions;

/** Does work in a transaction to see what it brings, and takes all of it back. */
final class Rehearsal {
    private Rehearsal() {}

    /** Ends a transaction after it has told what it would change. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Rehearsed() {
            super(null, null, false, false);
        }
    }

    /** What the work would bring. */
    static <T> T of(Transactions transactions, Transactions.Work<T> work) {
        Holder<T> holder = new Holder<>();
        try {
            transactions.inTransaction(tx -> {
                holder.result = work.on(tx);
                throw new Rehearsed();
            });
        } catch (Rehearsed e) {
            return holder.result;
        }
        throw new IllegalStateException("the rehearsal ended without a result");
    }

    private static final class Holder<T> {
        private T result;
    }
}

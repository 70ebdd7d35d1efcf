package org.tickmark.mail;

import java.util.concurrent.atomic.AtomicInteger;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.message.Message;

/** Transactions on a database that is away now and then. */
final class FailingTransactions implements Transactions {
    private final Transactions transactions;
    private final AtomicInteger failures = new AtomicInteger();

    FailingTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Lets the next transactions fail. */
    void failNext(int count) {
        failures.set(count);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw Problem.error("store.unavailable", Message.verbatim("away")).exception();
        }
        return transactions.inTransaction(work);
    }

    @Override
    public <T> T reading(Work<T> work) {
        return transactions.reading(work);
    }
}

package org.tickmark.mail;

import java.util.function.BiFunction;
import org.tickmark.api.host.Transactions;
import org.tickmark.mail.FakePostman.Killed;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.SmtpAccount;

/** A process that is killed at one of its steps: before or after a commit, before or after the other side takes a mail. */
final class Killing implements Transactions {
    private final Transactions transactions;
    private final BiFunction<SmtpAccount, Message, Handover> postman;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean takenAndNotWrittenDown;

    Killing(Transactions transactions, BiFunction<SmtpAccount, Message, Handover> postman) {
        this.transactions = transactions;
        this.postman = postman;
    }

    /** Lets it live for so many steps more. */
    void killAfter(int steps) {
        stepsLeft = steps;
    }

    /** Whether it was killed after the other side had taken a mail and before that was written down. */
    boolean killedInTheWindow() {
        return takenAndNotWrittenDown;
    }

    Handover handOver(SmtpAccount account, Message message) {
        step();
        Handover handover = postman.apply(account, message);
        takenAndNotWrittenDown = handover.refusal().isEmpty();
        step();
        return handover;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        step();
        T result = transactions.inTransaction(work);
        takenAndNotWrittenDown = false;
        step();
        return result;
    }

    @Override
    public <T> T reading(Work<T> work) {
        return transactions.reading(work);
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            throw new Killed();
        }
    }
}

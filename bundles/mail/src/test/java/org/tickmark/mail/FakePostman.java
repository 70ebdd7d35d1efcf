package org.tickmark.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.mail.smtp.Handover;
import org.tickmark.mail.smtp.Message;
import org.tickmark.mail.smtp.Refusal;
import org.tickmark.mail.smtp.SmtpAccount;

/** A server of which a test says what it does with the next mails; after that it takes all. */
final class FakePostman implements BiFunction<SmtpAccount, Message, Handover> {
    final List<Message> taken = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> next = new ArrayDeque<>();

    /** Thrown to refuse. */
    private static final class Refusing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Failure failure;

        Refusing(Failure failure) {
            this.failure = failure;
        }
    }

    /** The process ends. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    FakePostman refuse(Failure failure, int times) {
        for (int i = 0; i < times; i++) {
            then(() -> {
                throw new Refusing(failure);
            });
        }
        return this;
    }

    /** Takes all from now on. */
    synchronized void refuseNoMore() {
        next.clear();
    }

    /** Does this with the next mail before it takes it. */
    FakePostman then(Runnable action) {
        next.add(action);
        return this;
    }

    List<String> ids() {
        return taken.stream().map(Message::id).toList();
    }

    @Override
    public Handover apply(SmtpAccount account, Message message) {
        try {
            action().run();
        } catch (Refusing e) {
            return new Handover(List.of(), Optional.of(new Refusal(e.failure, "no")));
        }
        taken.add(message);
        return new Handover(List.of("S: 250 ok"), Optional.empty());
    }

    private synchronized Runnable action() {
        Runnable action = next.poll();
        return action == null ? () -> {} : action;
    }
}

package org.tickmark.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Tx;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Outbox;
import org.tickmark.api.message.Message;

/** An outbox that keeps in memory what was committed. */
final class FakeOutbox implements Outbox {
    final List<Letter> letters = new ArrayList<>();
    final List<Duration> patience = new ArrayList<>();
    final List<Problem> notDelivered = new ArrayList<>();
    boolean on = true;

    @Override
    public boolean isOn() {
        return on;
    }

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public List<String> addresses(String setting, String addresses) {
        if (!addresses.contains("@")) {
            throw Problem.error("config.invalid", Message.verbatim("no address"))
                    .where(setting)
                    .exception();
        }
        return List.of(addresses.split(", ", -1));
    }

    @Override
    public List<Long> enqueue(Tx tx, Caller caller, Letter letter) {
        tx.afterCommit(() -> letters.add(letter));
        return List.of((long) letters.size() + 1);
    }

    @Override
    public List<Problem> deliver(List<Long> mails, Duration longest, CancelToken cancel) {
        patience.add(longest);
        return notDelivered;
    }
}

package org.tickmark.calendar;

import java.nio.charset.StandardCharsets;
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
import org.tickmark.api.mail.MailFile;

/** An outbox that keeps in memory what was committed. */
final class FakeOutbox implements Outbox {
    private final List<Letter> letters = new ArrayList<>();

    /** The letters since they were last asked for. */
    List<Letter> taken() {
        List<Letter> taken = List.copyOf(letters);
        letters.clear();
        return taken;
    }

    /** The iCalendar message of a letter, its lines unfolded. */
    static String message(Letter letter) {
        MailFile file = letter.content().files().get(0);
        return file.mediaType() + "\n"
                + new String(file.content(), StandardCharsets.UTF_8)
                        .replace("\r\n ", "")
                        .replace("\r\n", "\n");
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public List<String> addresses(String setting, String addresses) {
        throw new UnsupportedOperationException(setting);
    }

    @Override
    public List<Long> enqueue(Tx tx, Caller caller, Letter letter) {
        tx.afterCommit(() -> letters.add(letter));
        return List.of(1L);
    }

    @Override
    public List<Problem> deliver(List<Long> mails, Duration patience, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }
}

package org.tickmark.api.host.mail;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Tx;

/**
 * Mails on their way out. What is taken in a transaction is delivered after its commit and never after a rollback: at least once, and more than
 * once only if the process or the connection ends while the server of the other side is accepting it, then with the same {@code Message-ID}. What
 * cannot be delivered now is tried again, further and further apart, and given up in the end, which people are shown. Safe for use from many
 * threads.
 */
@ProviderType
public interface Outbox {
    /** Whether mail is switched on. While it is off nothing is taken and nothing delivered. */
    boolean isOn();

    /** The language that mails are written in where a letter names none. */
    Locale language();

    /**
     * Checks addresses before they are relied on.
     *
     * @param setting where they were set, for the problems
     * @param addresses separated by commas, semicolons or blanks
     * @throws org.tickmark.api.TickmarkException with code {@code config.invalid} if one is no address
     */
    List<String> addresses(String setting, String addresses);

    /**
     * Takes a letter, rendered in its language. Files and text that are too large are shortened, and the mail says so.
     *
     * @return the keys of the mails, one for each recipient; none while mail is off, or if a letter of the same key was taken before
     * @throws org.tickmark.api.TickmarkException with code {@code mail.address} or {@code mail.subject} if an address is none or the subject has
     *     control characters, by which headers and commands could be forged
     */
    List<Long> enqueue(Tx tx, Caller caller, Letter letter) throws SQLException;

    /**
     * Delivers now what is due, and waits for these mails until each is delivered or given up. To be called outside any transaction, by a process
     * that ends with its command.
     *
     * @param patience how long to wait at most for what has to be tried again
     * @return why, for each mail that was not delivered; empty if all were
     */
    List<Problem> deliver(List<Long> mails, Duration patience, CancelToken cancel);
}

package org.tickmark.api.mail;

import org.osgi.annotation.versioning.ConsumerType;
import org.tickmark.api.Caller;
import org.tickmark.api.message.Message;

/**
 * Makes mails of one kind about things that are there, such as runs. Registered as a service with the property {@link #TEMPLATE}; {@code mail
 * preview} shows what it makes, and a task of the executor {@code mail} sends it.
 *
 * <ul>
 *   <li>MT-01: it reads and changes nothing; asked twice about the same thing that has not changed, it says the same.
 *   <li>MT-02: it says only what the caller may see, and throws {@link org.tickmark.api.PermissionDenied} where that is nothing.
 *   <li>MT-03: every text is a message of its catalog, in as many languages as it speaks; no secret and no full account number is among them.
 *   <li>MT-04: safe for use from many threads.
 *   <li>MT-05: of two templates of the same name the one of higher service ranking, then of lower service id, is used.
 * </ul>
 */
@ConsumerType
public interface MailTemplate {
    /** Service property: the name of the template, words of a-z and 0-9 joined by hyphens; type {@code String}, required. */
    String TEMPLATE = "tickmark.mail-template";

    /** What its mails tell and what they can be about, in one line. */
    Message summary();

    /**
     * Makes a mail.
     *
     * @param about what about, such as the number of a run; empty for the newest there is
     * @throws org.tickmark.api.TickmarkException if there is no such thing
     */
    MailContent content(Caller caller, String about);
}

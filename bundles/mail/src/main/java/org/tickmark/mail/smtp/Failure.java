package org.tickmark.mail.smtp;

import java.util.Locale;

/** The usual ways in which a mail is not taken. */
public enum Failure {
    /** The name of the server is not known. */
    DNS,
    /** Nobody listens there. */
    CONNECTION_REFUSED,
    /** No connection, or no answer, in time. */
    TIMEOUT,
    /** One side speaks TLS and the other does not. */
    TLS_MODE,
    /** The server does not offer STARTTLS, or somebody between takes the offer out. */
    NO_STARTTLS,
    /** The certificate is for another name. */
    CERTIFICATE_NAME,
    /** The certificate is not trusted. */
    CERTIFICATE_UNTRUSTED,
    /** The file of further certificates cannot be read. */
    CERTIFICATE_FILE,
    /** The server does not accept user and secret. */
    LOGIN_REFUSED,
    /** No access token was given for the login. */
    NO_TOKEN,
    /** The server wants a login. */
    LOGIN_REQUIRED,
    /** The server does not send to others, at least not for us. */
    RELAY_DENIED,
    /** The server does not accept the address that mails come from. */
    SENDER_REFUSED,
    /** The server will never accept this recipient or this mail. */
    REFUSED,
    /** The server asks to try again later. */
    DEFERRED,
    /** The connection ended in the middle. */
    BROKEN;

    /** Whether another attempt cannot help before somebody has changed something about the mail itself. */
    public boolean isFinal() {
        return this == REFUSED || this == RELAY_DENIED;
    }

    /** The name in texts and codes. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

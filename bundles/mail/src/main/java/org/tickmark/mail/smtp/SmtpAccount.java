package org.tickmark.mail.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where and as whom mail is handed over.
 *
 * @param host name or address of the server
 * @param port from 1 to 65535
 * @param security how the connection is kept private
 * @param login who logs in; empty where the server asks for nobody
 * @param from the address that mails come from
 * @param replyTo where answers go; empty for {@code from}
 * @param timeout how long the server may take for each answer
 * @param certificates a file of certificates in PEM that are trusted beside those that Java trusts
 */
public record SmtpAccount(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        String from,
        Optional<String> replyTo,
        Duration timeout,
        Optional<Path> certificates) {
    public SmtpAccount {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(certificates, "certificates");
    }

    /** The same account with another login. */
    public SmtpAccount with(Login other) {
        return new SmtpAccount(host, port, security, Optional.of(other), from, replyTo, timeout, certificates);
    }

    /** How a connection is kept private. */
    public enum Security {
        /** It is not. */
        NONE(25),
        /** By TLS from the command STARTTLS on (RFC 3207), which the server has to offer. */
        STARTTLS(587),
        /** By TLS from the first byte on (RFC 8314, section 3). */
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }

        /** The port that servers usually use for it. */
        public int usualPort() {
            return usualPort;
        }
    }

    /**
     * Who logs in.
     *
     * @param secret the password, or the access token of OAuth 2.0; empty while it has to be asked for
     */
    public record Login(String user, String secret, Kind kind) {
        /** What the secret is. */
        public enum Kind {
            /** A password, for the mechanisms PLAIN and LOGIN. */
            PASSWORD,
            /** An access token, for the mechanism XOAUTH2. */
            BEARER,
            /** Nothing yet: an access token has to be asked for first. */
            GRANTED
        }

        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(secret, "secret");
            Objects.requireNonNull(kind, "kind");
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return user + " (" + kind + ")";
        }
    }
}

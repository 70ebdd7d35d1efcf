package org.tickmark.mail.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Tells from what was thrown which of the usual failures it was. */
final class Failures {
    /** RFC 3463: 5.7.1, "delivery not authorized"; many servers say it in words only. */
    private static final Pattern RELAY = Pattern.compile("relay|5\\.7\\.1\\b|not permitted to send");

    private static final Pattern WANTS_LOGIN =
            Pattern.compile("5\\.7\\.0\\b|authentication required|must authenticate|login first");

    /** A server that wants no connection, now or from us. */
    private static final Pattern GREETED_AWAY = Pattern.compile("response: [45]\\d\\d");

    private static final int LOGIN_REQUIRED = 530;

    private Failures() {}

    /**
     * The failure behind an exception.
     *
     * @param timedOut whether the connection was closed because its time was up
     */
    static Refusal of(Exception thrown, boolean timedOut) {
        List<Throwable> chain = chain(thrown);
        Throwable root = chain.get(chain.size() - 1);
        Failure failure = timedOut ? Failure.TIMEOUT : failure(chain);
        return new Refusal(failure, said(chain, root));
    }

    /** The exception with what led to it, outermost first; jakarta.mail chains by {@code getNextException}. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = thrown; next != null && !chain.contains(next); next = next(next)) {
            chain.add(next);
        }
        return chain;
    }

    private static Throwable next(Throwable thrown) {
        if (thrown instanceof MessagingException messaging && messaging.getNextException() != null) {
            return messaging.getNextException();
        }
        return thrown.getCause();
    }

    private static String said(List<Throwable> chain, Throwable root) {
        for (Throwable thrown : chain) {
            if (isReply(thrown)) {
                return oneLine(thrown);
            }
        }
        return oneLine(root);
    }

    private static String oneLine(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : String.join(" ", message.strip().lines().toList());
    }

    private static boolean isReply(Throwable thrown) {
        return replyCode(thrown) > 0;
    }

    /** The code of the server's reply, or -1 where there was none. */
    private static int replyCode(Throwable thrown) {
        if (thrown instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (thrown instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return thrown instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    private static Failure failure(List<Throwable> chain) {
        if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return Failure.LOGIN_REFUSED;
        }
        // Of several replies the innermost tells what it was said to.
        Optional<Throwable> reply = chain.stream().filter(Failures::isReply).reduce((outer, inner) -> inner);
        if (reply.isPresent()) {
            return ofReply(reply.get());
        }
        if (chain.stream().anyMatch(Failures::isCertificate)) {
            return ofCertificate(chain);
        }
        Throwable root = chain.get(chain.size() - 1);
        return root instanceof IOException io ? ofConnection(io) : ofWords(chain);
    }

    private static Failure ofReply(Throwable reply) {
        int code = replyCode(reply);
        String words = String.valueOf(reply.getMessage()).toLowerCase(Locale.ROOT);
        if (code < 500) {
            return Failure.DEFERRED;
        }
        if (code == LOGIN_REQUIRED || WANTS_LOGIN.matcher(words).find()) {
            return words.contains("starttls") ? Failure.NO_STARTTLS : Failure.LOGIN_REQUIRED;
        }
        if (isAboutSender(reply)) {
            return Failure.SENDER_REFUSED;
        }
        boolean recipient = reply instanceof SMTPAddressFailedException;
        return recipient && RELAY.matcher(words).find() ? Failure.RELAY_DENIED : Failure.REFUSED;
    }

    private static boolean isAboutSender(Throwable reply) {
        return reply instanceof SMTPSenderFailedException
                || (reply instanceof SMTPSendFailedException send
                        && String.valueOf(send.getCommand()).startsWith("MAIL"));
    }

    private static boolean isCertificate(Throwable thrown) {
        return thrown instanceof CertificateException
                || thrown instanceof CertPathBuilderException
                || String.valueOf(thrown.getMessage()).contains("verify identity of server");
    }

    private static Failure ofCertificate(List<Throwable> chain) {
        boolean name = chain.stream()
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .anyMatch(text -> text.contains("No subject alternative")
                        || text.contains("No name matching")
                        || text.contains("verify identity of server"));
        return name ? Failure.CERTIFICATE_NAME : Failure.CERTIFICATE_UNTRUSTED;
    }

    private static Failure ofConnection(IOException root) {
        if (root instanceof UnknownHostException) {
            return Failure.DNS;
        }
        if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
            return Failure.CONNECTION_REFUSED;
        }
        if (root instanceof SocketTimeoutException) {
            return Failure.TIMEOUT;
        }
        return root instanceof SSLException && !(root.getCause() instanceof SocketException)
                ? Failure.TLS_MODE
                : Failure.BROKEN;
    }

    /** What jakarta.mail tells in words only. */
    private static Failure ofWords(List<Throwable> chain) {
        String words = chain.stream()
                .map(thrown -> String.valueOf(thrown.getMessage()))
                .toList()
                .toString();
        if (words.contains("STARTTLS is required")) {
            return Failure.NO_STARTTLS;
        }
        return GREETED_AWAY.matcher(words).find() ? Failure.DEFERRED : Failure.BROKEN;
    }
}

package org.tickmark.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.mail.smtp.SmtpAccount.Security;

/**
 * Hands mails over by SMTP (RFC 5321), each on a connection of its own that is closed when its time is up, whatever the server does. Safe for use
 * from many threads.
 */
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Duration limit;

    /**
     * A postman.
     *
     * @param limit how long handing over one mail may take in all
     */
    public Postman(Duration limit) {
        this.limit = limit;
    }

    /** Hands a mail over. */
    public Handover send(SmtpAccount account, Message message) {
        return visit(account, Optional.of(message));
    }

    /** Calls the server as if to hand a mail over, logs in, and hangs up: so it is known whether it would let us. */
    public Handover call(SmtpAccount account) {
        return visit(account, Optional.empty());
    }

    private Handover visit(SmtpAccount account, Optional<Message> message) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        // What jakarta.mail looks up by the class loader of the thread, such as handlers of content types, is in its
        // own bundle.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            return new Visit(account, message).make();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** One connection; with no message it ends after the login. */
    private final class Visit {
        private final SmtpAccount account;
        private final Optional<Message> message;
        private final Dialogue dialogue;

        Visit(SmtpAccount account, Optional<Message> message) {
            this.account = account;
            this.message = message;
            this.dialogue = new Dialogue(account.login());
        }

        Handover make() {
            Optional<Refusal> refusal = refusal();
            refusal.ifPresent(why -> dialogue.note(why.toString()));
            return new Handover(dialogue.lines(), refusal);
        }

        private Optional<Refusal> refusal() {
            SSLSocketFactory tls;
            try {
                tls = Certificates.sockets(account.certificates());
            } catch (IOException e) {
                return Optional.of(new Refusal(Failure.CERTIFICATE_FILE, e.toString()));
            }
            Socket socket = new Socket();
            try (Deadline deadline = Deadline.after(limit, socket)) {
                return handOver(socket, tls, deadline);
            } finally {
                close(socket);
            }
        }

        private Optional<Refusal> handOver(Socket socket, SSLSocketFactory tls, Deadline deadline) {
            try {
                connect(socket);
                converse(account.security() == Security.TLS ? layered(tls, socket) : socket, tls);
                return Optional.empty();
            } catch (IOException | MessagingException e) {
                LOG.debug("{} to {} was not taken", message.map(Message::id).orElse("Nothing"), account.host(), e);
                return Optional.of(Failures.of(e, deadline.isOver()));
            }
        }

        private void connect(Socket socket) throws IOException {
            int millis = Math.toIntExact(account.timeout().toMillis());
            InetAddress address = InetAddress.getByName(account.host());
            dialogue.note(address.getHostAddress() + ", port " + account.port() + ", " + account.security());
            socket.connect(new InetSocketAddress(address, account.port()), millis);
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
        }

        private Socket layered(SSLSocketFactory tls, Socket socket) throws IOException {
            SSLSocket layered = (SSLSocket) tls.createSocket(socket, account.host(), account.port(), true);
            SSLParameters parameters = layered.getSSLParameters();
            // RFC 2818: the certificate has to be for the name that was called.
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layered.setSSLParameters(parameters);
            layered.startHandshake();
            return layered;
        }

        private void converse(Socket socket, SSLSocketFactory tls) throws MessagingException {
            Session session = session(tls);
            SMTPTransport transport = new SMTPTransport(session, url());
            if (message.isEmpty()) {
                transport.connect(socket);
            } else {
                MimeMessage letter = MimeLetter.of(session, account, message.get());
                transport.connect(socket);
                transport.sendMessage(letter, letter.getAllRecipients());
            }
            hangUp(transport);
        }

        /** The mail is taken: what goes wrong here is no failure. */
        private void hangUp(SMTPTransport transport) {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.debug("{} did not say goodbye", account.host(), e);
            }
        }

        private URLName url() {
            return new URLName(
                    "smtp",
                    account.host(),
                    account.port(),
                    null,
                    account.login().map(Login::user).orElse(null),
                    account.login().map(Login::secret).orElse(null));
        }

        private Session session(SSLSocketFactory tls) {
            Properties properties = new Properties();
            String startTls = String.valueOf(account.security() == Security.STARTTLS);
            properties.put("mail.smtp.starttls.enable", startTls);
            properties.put("mail.smtp.starttls.required", startTls);
            properties.put("mail.smtp.ssl.socketFactory", tls);
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.from", account.from());
            properties.put("mail.smtp.quitwait", "false");
            properties.put("mail.smtp.auth", String.valueOf(account.login().isPresent()));
            properties.put("mail.smtp.auth.mechanisms", mechanisms());
            Session session = Session.getInstance(properties);
            session.setDebugOut(new PrintStream(dialogue, true, StandardCharsets.ISO_8859_1));
            session.setDebug(true);
            return session;
        }

        private String mechanisms() {
            boolean bearer = account.login().stream().anyMatch(login -> login.kind() == Login.Kind.BEARER);
            return bearer ? "XOAUTH2" : "PLAIN LOGIN";
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close in order", e);
        }
    }
}

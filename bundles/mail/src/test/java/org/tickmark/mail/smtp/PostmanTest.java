package org.tickmark.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;
import org.tickmark.api.mail.MailFile;
import org.tickmark.mail.smtp.ScriptedServer.Script;
import org.tickmark.mail.smtp.SmtpAccount.Login;
import org.tickmark.mail.smtp.SmtpAccount.Security;
import org.tickmark.testkit.MessageFiles;

class PostmanTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant FRIDAY_27_NOVEMBER = Instant.parse("2026-11-27T05:00:00Z");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    @TempDir
    static Path temp;

    private static TestKeys right;
    private static TestKeys wrong;

    private final Postman postman = new Postman(LIMIT);
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        right = TestKeys.forName("localhost", temp);
        wrong = TestKeys.forName("elsewhere.example.org", temp);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    // ---------------------------------------------------------------- calls

    @Test
    void aCallTellsWhetherTheServerLetsUsInAndSendsNothing() throws Exception {
        GreenMail server = greenMail("smtp");
        SmtpAccount account = account(server.getSmtp().getPort(), Security.NONE);

        assertThat(postman.call(account).refusal()).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        server.stop();
        assertThat(postman.call(account).refusal()).map(Refusal::failure).contains(Failure.CONNECTION_REFUSED);
    }

    // ---------------------------------------------------------------- what arrives

    @Test
    void aMailArrivesAsPlainTextAndHtmlWithPictureAndFile() throws Exception {
        GreenMail server = greenMail("smtp");
        Message message = new Message(
                "<one@example.org>",
                "kari@example.org",
                FRIDAY_27_NOVEMBER,
                "Avstämning klar – 3 öppna",
                "Räkna\n.\nmed det\n",
                Optional.of("<p>Räkna <img src=\"cid:p1@tickmark\"></p>"),
                List.of(
                        new Message.Part(MailFile.of("chart.png", "image/png", PNG), Optional.of("p1@tickmark")),
                        new Message.Part(MailFile.text("öppna.csv", "text/csv", "å;1\n"), Optional.empty())));

        Handover handover = postman.send(account(server.getSmtp().getPort(), Security.NONE), message);

        assertThat(handover.refusal()).isEmpty();
        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getMessageID()).isEqualTo("<one@example.org>");
        assertThat(arrived.getSubject()).isEqualTo("Avstämning klar – 3 öppna");
        assertThat(arrived.getFrom()[0]).hasToString("tickmark@example.org");
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(arrived.getReplyTo()[0]).hasToString("desk@example.org");
        assertThat(arrived.getSentDate().toInstant()).isEqualTo(FRIDAY_27_NOVEMBER);
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart mixed = (MimeMultipart) arrived.getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContent().toString())
                .isEqualToNormalizingNewlines("Räkna\n.\nmed det\n");
        MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
        assertThat((String) related.getBodyPart(0).getContent()).contains("cid:p1@tickmark");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<p1@tickmark>");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(PNG);
        assertThat(mixed.getBodyPart(1).getFileName()).contains("csv");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo("å;1\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anInvitationIsOneMoreFormOfTheTextWithItsMethod() throws Exception {
        GreenMail server = greenMail("smtp");
        String invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Møte\r\nEND:VCALENDAR\r\n";
        Message message = new Message(
                "<two@example.org>",
                "kari@example.org",
                FRIDAY_27_NOVEMBER,
                "Innkalling",
                "Møte\n",
                Optional.empty(),
                List.of(new Message.Part(
                        MailFile.calendar("invitation.ics", "REQUEST", invitation), Optional.empty())));

        postman.send(account(server.getSmtp().getPort(), Security.NONE), message);

        MimeMultipart mixed = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(mixed.getCount()).isEqualTo(1);
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(1).getContentType())
                .containsPattern("text/calendar;\\s+method=REQUEST;\\s+charset=UTF-8");
        assertThat(alternative.getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(invitation.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMailOfTextAloneIsNothingElse() throws Exception {
        GreenMail server = greenMail("smtp");
        send(account(server.getSmtp().getPort(), Security.NONE));
        assertThat(server.getReceivedMessages()[0].getContentType()).startsWith("text/plain");
    }

    // ---------------------------------------------------------------- privacy

    @Test
    void aMailArrivesOverTls() throws Exception {
        SMTPServer server = tlsServer();
        assertThat(send(account(server.getPortAllocated(), Security.TLS)).refusal())
                .isEmpty();
    }

    @Test
    void aMailArrivesOverStartTls() throws Exception {
        SMTPServer server = startTlsServer(right);
        Handover handover = send(account(server.getPortAllocated(), Security.STARTTLS));

        assertThat(handover.refusal()).isEmpty();
        assertThat(handover.dialogue()).contains("C: STARTTLS").contains("C: .");
    }

    @Test
    void a18_nothingIsSentWhereStartTlsIsNotOffered() throws Exception {
        ScriptedServer server = scripted(Script.good());

        assertThat(failure(account(server.port(), Security.STARTTLS))).isEqualTo(Failure.NO_STARTTLS);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void a18_nothingIsSentToAServerOfAnotherName() throws Exception {
        SMTPServer server = startTlsServer(wrong);
        SmtpAccount account = trusting(account(server.getPortAllocated(), Security.STARTTLS), wrong);

        assertThat(failure(account)).isEqualTo(Failure.CERTIFICATE_NAME);
    }

    @Test
    void a18_nothingIsSentToAServerThatNobodyVouchesFor() throws Exception {
        SMTPServer server = startTlsServer(right);
        SmtpAccount account = trusting(account(server.getPortAllocated(), Security.STARTTLS), wrong);

        assertThat(failure(account)).isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void tlsFromTheFirstByteChecksNameAndTrustToo() throws Exception {
        SMTPServer named = tlsServerOf(wrong);
        assertThat(failure(trusting(account(named.getPortAllocated(), Security.TLS), wrong)))
                .isEqualTo(Failure.CERTIFICATE_NAME);
        SMTPServer unknown = tlsServer();
        assertThat(failure(trusting(account(unknown.getPortAllocated(), Security.TLS), wrong)))
                .isEqualTo(Failure.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void aPortWithoutTlsIsTold() throws Exception {
        ScriptedServer server = scripted(Script.good());
        assertThat(failure(account(server.port(), Security.TLS))).isEqualTo(Failure.TLS_MODE);
    }

    @Test
    void aFileOfCertificatesThatIsNotThereIsTold() throws Exception {
        SmtpAccount good = account(1, Security.TLS);
        SmtpAccount account = new SmtpAccount(
                good.host(),
                1,
                Security.TLS,
                Optional.empty(),
                good.from(),
                Optional.empty(),
                TIMEOUT,
                Optional.of(temp.resolve("nowhere.pem")));
        assertThat(failure(account)).isEqualTo(Failure.CERTIFICATE_FILE);
    }

    // ---------------------------------------------------------------- login

    @Test
    void logsInWithAPasswordThatTheDialogueDoesNotShow() throws Exception {
        ScriptedServer server = scripted(Script.good().offering("AUTH PLAIN LOGIN XOAUTH2"));
        SmtpAccount account = withLogin(account(server.port(), Security.NONE), Login.Kind.PASSWORD);

        Handover handover = send(account);

        assertThat(handover.refusal()).isEmpty();
        assertThat(server.commands()).contains("AUTH PLAIN " + base64("kari\0kari\0very secret"));
        assertThat(handover.dialogue()).contains("C: AUTH PLAIN ***");
        assertThat(handover.dialogue().toString())
                .doesNotContain("very secret")
                .doesNotContain(base64("kari\0kari\0very secret"));
    }

    @Test
    void logsInWithABearerToken() throws Exception {
        ScriptedServer server = scripted(Script.good().offering("AUTH PLAIN LOGIN XOAUTH2"));
        SmtpAccount account = withLogin(account(server.port(), Security.NONE), Login.Kind.BEARER);

        assertThat(send(account).refusal()).isEmpty();
        assertThat(server.commands())
                .contains("AUTH XOAUTH2 " + base64("user=kari\u0001auth=Bearer very secret\u0001\u0001"));
    }

    @Test
    void aRefusedLoginIsTold() throws Exception {
        ScriptedServer server =
                scripted(Script.good().offering("AUTH PLAIN").on("AUTH", "535 5.7.8 bad credentials very secret"));
        SmtpAccount account = withLogin(account(server.port(), Security.NONE), Login.Kind.PASSWORD);

        Handover handover = send(account);

        assertThat(handover.refusal().orElseThrow().failure()).isEqualTo(Failure.LOGIN_REFUSED);
        assertThat(handover.dialogue().toString()).doesNotContain("very secret");
    }

    @Test
    void aServerThatWantsALoginIsTold() throws Exception {
        assertThat(failure(Script.good().on("MAIL", "530 5.7.0 Authentication required")))
                .isEqualTo(Failure.LOGIN_REQUIRED);
    }

    // ---------------------------------------------------------------- refusals

    @Test
    void whatTheServerSaysIsToldApart() throws Exception {
        assertThat(failure(Script.good().on("connect", "421 too busy"))).isEqualTo(Failure.DEFERRED);
        assertThat(failure(Script.good().on("RCPT", "450 4.2.0 greylisted, come again")))
                .isEqualTo(Failure.DEFERRED);
        assertThat(failure(Script.good().on("DATA", "451 not now"))).isEqualTo(Failure.DEFERRED);
        assertThat(failure(Script.good().on(".", "452 no room"))).isEqualTo(Failure.DEFERRED);
        assertThat(failure(Script.good().on("RCPT", "550 5.1.1 no such user"))).isEqualTo(Failure.REFUSED);
        assertThat(failure(Script.good().on(".", "554 5.6.0 not taken"))).isEqualTo(Failure.REFUSED);
        assertThat(failure(Script.good().on("RCPT", "554 5.7.1 Relay access denied")))
                .isEqualTo(Failure.RELAY_DENIED);
        assertThat(failure(Script.good().on("MAIL", "553 5.7.1 not your address")))
                .isEqualTo(Failure.SENDER_REFUSED);
    }

    @Test
    void aConnectionThatEndsIsTold() throws Exception {
        assertThat(failure(Script.good().on("connect", ""))).isEqualTo(Failure.BROKEN);
        assertThat(failure(Script.good().dyingAfterLines(3))).isEqualTo(Failure.BROKEN);
        assertThat(failure(Script.good().on(".", ""))).isEqualTo(Failure.BROKEN);
    }

    @Test
    void aMailThatIsTakenIsTakenEvenIfTheServerDoesNotSayGoodbye() throws Exception {
        ScriptedServer server = scripted(Script.good().on("QUIT", ""));
        assertThat(send(account(server.port(), Security.NONE)).refusal()).isEmpty();
    }

    @Test
    void nobodyAtThePortAndNoSuchNameAreTold() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(failure(account(free, Security.NONE))).isEqualTo(Failure.CONNECTION_REFUSED);
        SmtpAccount nowhere = new SmtpAccount(
                "mail.nowhere.invalid",
                25,
                Security.NONE,
                Optional.empty(),
                "tickmark@example.org",
                Optional.empty(),
                TIMEOUT,
                Optional.empty());
        assertThat(failure(nowhere)).isEqualTo(Failure.DNS);
    }

    @Test
    void aServerThatKeepsSilentDoesNotHoldUsLongerThanTheLimit() throws Exception {
        ScriptedServer server = scripted(Script.good().on("MAIL", "..."));
        Postman hurried = new Postman(Duration.ofMillis(300));

        Refusal refusal = hurried.send(account(server.port(), Security.NONE), message())
                .refusal()
                .orElseThrow();

        assertThat(refusal.failure()).isEqualTo(Failure.TIMEOUT);
    }

    @Test
    void everyFailureHasATextAndAHintInThreeLanguages() {
        MessageFiles.check(Refusal.class);
        SmtpAccount account = account(25, Security.NONE);
        for (Failure failure : Failure.values()) {
            String text = new Refusal(failure, "what was said").problem(account).text(Locale.ENGLISH);
            assertThat(text).contains("what was said").doesNotContain(".hint").doesNotContain("{");
        }
    }

    // ---------------------------------------------------------------- servers

    private GreenMail greenMail(String protocol) {
        ServerSetup setup = new ServerSetup(0, "localhost", protocol);
        GreenMail server = new GreenMail(setup);
        server.start();
        open.add(server::stop);
        return server;
    }

    private SMTPServer startTlsServer(TestKeys keys) throws Exception {
        SMTPServer server = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> {})
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(keys.context())
                .build();
        return started(server);
    }

    private SMTPServer tlsServer() throws Exception {
        return tlsServerOf(right);
    }

    private SMTPServer tlsServerOf(TestKeys keys) throws Exception {
        return started(SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> {})
                .serverSocketFactory(keys.context())
                .build());
    }

    private SMTPServer started(SMTPServer server) {
        server.start();
        open.add(server::stop);
        return server;
    }

    private ScriptedServer scripted(Script script) throws IOException {
        ScriptedServer server = ScriptedServer.start().then(script);
        open.add(server);
        return server;
    }

    // ---------------------------------------------------------------- sending

    private Failure failure(Script script) throws IOException {
        return failure(account(scripted(script).port(), Security.NONE));
    }

    private Failure failure(SmtpAccount account) {
        return send(account).refusal().orElseThrow().failure();
    }

    private Handover send(SmtpAccount account) {
        return postman.send(account, message());
    }

    private static Message message() {
        return new Message(
                "<one@example.org>",
                "kari@example.org",
                FRIDAY_27_NOVEMBER,
                "Subject",
                "one\ntwo\nthree\n",
                Optional.empty(),
                List.of());
    }

    private static SmtpAccount account(int port, Security security) {
        return new SmtpAccount(
                "localhost",
                port,
                security,
                Optional.empty(),
                "tickmark@example.org",
                Optional.of("desk@example.org"),
                TIMEOUT,
                Optional.of(right.pem()));
    }

    private static SmtpAccount trusting(SmtpAccount account, TestKeys keys) {
        return new SmtpAccount(
                account.host(),
                account.port(),
                account.security(),
                account.login(),
                account.from(),
                account.replyTo(),
                account.timeout(),
                Optional.of(keys.pem()));
    }

    private static SmtpAccount withLogin(SmtpAccount account, Login.Kind kind) {
        return new SmtpAccount(
                account.host(),
                account.port(),
                account.security(),
                Optional.of(new Login("kari", "very secret", kind)),
                account.from(),
                account.replyTo(),
                account.timeout(),
                account.certificates());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.mail.smtp.Postman;
import org.tickmark.mail.smtp.ScriptedServer;
import org.tickmark.mail.smtp.ScriptedServer.Script;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

/** The outbox before a real server that does not always do what one wishes: each mail arrives once, or is given up and that can be seen. */
class DeliveryTest {
    private final DatabaseFixture database = DatabaseFixture.h2();
    private final ManualClock clock = ManualClock.at("2026-11-27T05:00:00Z");
    private ScriptedServer server;
    private Office office;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
        office = new Office(
                database.migrate("org.tickmark.mail", Courier.class), clock, new Postman(Duration.ofSeconds(20))::send);
        office.settings.with(MailSettings.PORT, String.valueOf(server.port()));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        database.close();
    }

    @Test
    void arrivesOnceAfterTheServerWasBusy() {
        server.then(Script.good().on("connect", "421 busy"))
                .then(Script.good().on("MAIL", "451 busy"))
                .then(Script.good());
        assertThat(delivered()).isEqualTo("SENT");
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void arrivesOnceAfterGreylisting() {
        server.then(Script.good().on("RCPT", "450 4.2.0 greylisted")).then(Script.good());
        assertThat(delivered()).isEqualTo("SENT");
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void arrivesOnceAfterTheServerDiedInTheMiddleOfTheMail() {
        server.then(Script.good().dyingAfterLines(5)).then(Script.good());
        assertThat(delivered()).isEqualTo("SENT");
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void arrivesAgainWithTheSameIdAfterTheServerDiedBeforeItCouldSaySo() {
        server.then(Script.good().on(".", "")).then(Script.good());
        assertThat(delivered()).isEqualTo("SENT");
        assertThat(server.mails()).hasSize(2);
        assertThat(messageId(server.mails().get(0)))
                .isEqualTo(messageId(server.mails().get(1)));
    }

    @Test
    void isGivenUpWhenTheServerRefusesItForGood() {
        server.then(Script.good().on("RCPT", "550 5.1.1 no such user"));
        assertThat(delivered()).isEqualTo("GIVEN_UP");
        assertThat(server.mails()).isEmpty();
        assertThat(office.events.topics()).containsExactly("mail.given-up");
    }

    @Test
    void a18_waitsWhileStartTlsIsStrippedAndSendsNothing() {
        office.settings.with(MailSettings.SECURITY, "starttls");
        assertThat(delivered()).isEqualTo("WAITING");
        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void theTestMessageShowsTheDialogueAndAHint() {
        server.then(Script.good().on("RCPT", "554 5.7.1 relay access denied"));

        Mails.Trial trial = office.desk.test(Office.CALLER, Optional.of("kari@elsewhere.example.org"));

        assertThat(trial.dialogue())
                .contains("C: RCPT TO:<kari@elsewhere.example.org>", "S: 554 5.7.1 relay access denied");
        assertThat(trial.failure().orElseThrow().code()).isEqualTo("mail.relay-denied");
        assertThat(trial.failure().orElseThrow().advice().orElseThrow().toString())
                .contains("mail.user");
    }

    private String delivered() {
        List<Long> mails = office.enqueue("kari@example.org");
        office.deliverFor(Duration.ofHours(1));
        return office.state(mails.get(0));
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}

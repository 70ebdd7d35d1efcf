package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail from the packed program to a mail server. */
class MailIT {
    private static final int KILLS = Integer.getInteger("tickmark.mail.kills", 2);
    private static final int MOST_NANOS = 30_000_000;

    @TempDir
    Path temp;

    private Tickmark tickmark;
    private MailSink sink;

    @BeforeEach
    void start() throws IOException {
        sink = new MailSink();
        tickmark = sink.usedBy(new Tickmark(temp));
    }

    @AfterEach
    void stop() throws Exception {
        tickmark.killAll();
        sink.close();
    }

    @Test
    void aTestMessageGoesOutAndShowsWhatWasSaid() throws Exception {
        String said = ok(tickmark.run("mail", "test", "kari@example.org"));

        assertThat(said).contains("C: RCPT TO:<kari@example.org>").contains("S: 250 ok");
        assertThat(sink.mails()).singleElement().satisfies(mail -> assertThat(mail)
                .contains("Subject: Test message from Tickmark")
                .contains("multipart/alternative")
                .contains("text/html"));
        assertThat(ok(tickmark.run("mail", "list", "-o", "json"))).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void aTestMessageThatIsNotTakenEndsWithTheCodeOfMailAndAHint() throws Exception {
        sink.close();

        Result result = tickmark.run("mail", "test", "kari@example.org");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).contains("mail.port");
    }

    @Test
    void addressesThatForgeCommandsAreRefused() throws Exception {
        Result result = tickmark.run("mail", "test", "kari@example.org>\r\nRCPT TO:<all@example.org");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(sink.mails()).isEmpty();
    }

    @Test
    void aNightRunIsToldBeforeItsProcessEnds() throws Exception {
        tickmark.with("TICKMARK_BATCH_DONE_TO", "chief@example.org, desk@example.org");

        ok(tickmark.run("/A"));

        assertThat(sink.mails()).hasSize(2).allSatisfy(mail -> assertThat(mail)
                .contains("Subject: Night run 1: done and proven"));
        assertThat(ok(tickmark.run("mail", "preview", "night-run", "1", "--language", "sv")))
                .contains("Nattkörning 1, inga öppna");
    }

    @Test
    void whatANightRunCouldNotDeliverAServerDelivers() throws Exception {
        sink.close();
        tickmark.with("TICKMARK_BATCH_DONE_TO", "chief@example.org");

        Result night = tickmark.run("batch", "--all", "--mail-wait", "1s");

        assertThat(night.exitCode()).isEqualTo(7);
        assertThat(night.err()).contains("chief@example.org").contains("A: no files");
        try (MailSink mended = new MailSink()) {
            mended.usedBy(tickmark).server();
            ok(tickmark.run("mail", "retry", "1"));
            Waiting.until(() -> mended.mails().size() + " mails", () -> !mended.mails()
                    .isEmpty());
            Waiting.until(() -> "state", () -> ok(tickmark.run("mail", "list", "-o", "json"))
                    .contains("SENT"));
            assertThat(mended.mails()).hasSize(1);
        }
    }

    @Test
    void noMailIsLostByServersThatAreKilled() throws Exception {
        Random random = new Random(1);
        tickmark.server();
        ok(tickmark.run(
                "task", "add", "greet", "--executor", "mail", "-p", "to=kari@example.org", "-p", "subject=Hello"));
        for (int kill = 0; kill < KILLS; kill++) {
            ok(tickmark.run("task", "run", "greet", "--wait"));
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            tickmark.killAll();
            tickmark.server();
        }
        Waiting.until(() -> sink.ids().size() + " mails", () -> new HashSet<>(sink.ids()).size() >= KILLS);

        assertThat(new HashSet<>(sink.ids())).hasSize(KILLS);
        assertThat(sink.ids().size() - KILLS).as("mails that came twice").isLessThanOrEqualTo(KILLS);
    }
}

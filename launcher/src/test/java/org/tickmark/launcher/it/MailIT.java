package org.tickmark.launcher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.launcher.it.Tickmark.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail from the packed program to a mail server. The system property {@code tickmark.mail.kills} says how many processes are killed while they deliver, {@code
 * tickmark.mail.kills.seed} at which moments;
 * what came of it is written to {@code target/mail-kills.txt}.
 */
class MailIT {
    private static final int KILLS = Integer.getInteger("tickmark.mail.kills", 2);
    private static final long SEED = Long.getLong("tickmark.mail.kills.seed", 1);
    private static final int MOST_MAILS = 3;
    private static final List<MailSink.Moment> MOMENTS = List.of(MailSink.Moment.values());

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
    void noReportIsLostByProcessesThatAreKilled() throws Exception {
        tickmark.with("TICKMARK_BATCH_DONE_TO", "chief@example.org").with("TICKMARK_MAIL_PER_MINUTE", "10000");
        Random random = new Random(SEED);
        int kills = 0;
        int inTheWindow = 0;
        for (int attempt = 0; kills < KILLS; attempt++) {
            MailSink.Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
            int after = random.nextInt(MOST_MAILS);
            boolean server = attempt % 4 == 3;
            if (isKilledAt(after, moment, server)) {
                kills++;
                inTheWindow += mayHaveTakenAMail(after, moment, server) ? 1 : 0;
            } else if (server) {
                // It is killed when the run has ended, which may be just when a mail was taken.
                inTheWindow++;
            }
        }
        ok(tickmark.run("/A"));

        Set<String> reports = reports();
        Files.writeString(
                Path.of("target/mail-kills.txt"),
                "%d kills, %d of them while a mail was taken: %d reports, %d mails%n"
                        .formatted(
                                kills, inTheWindow, reports.size(), sink.mails().size()));
        List<String> subjects = sink.headers("Subject");
        assertThat(new TreeSet<>(subjects)).as("every report arrives").isEqualTo(reports);
        assertThat(subjects.size() - reports.size()).as("mails that came twice").isLessThanOrEqualTo(inTheWindow);
        assertThat(new HashSet<>(sink.headers("Message-ID")))
                .as("what came twice has one Message-ID")
                .hasSize(reports.size());
    }

    /**
     * Kills a night run, or a server that carries one out, at a moment of a mail; false if it had ended, or delivered all, before.
     *
     * @param after how many mails it delivers before
     */
    private boolean isKilledAt(int after, MailSink.Moment moment, boolean server) throws Exception {
        CompletableFuture<Running> victim = new CompletableFuture<>();
        CountDownLatch killed = new CountDownLatch(1);
        sink.then(after, moment, () -> {
            try {
                killed.countDown();
                victim.join().kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        victim.complete(server ? tickmark.server() : tickmark.start("/A"));
        Running run = server ? tickmark.start("/A") : victim.join();
        run.end();
        victim.join().kill();
        return killed.getCount() == 0;
    }

    /**
     * Whether a mail may have been taken when its process was killed, and not been noted: this one, whose end may be on its way when its beginning is there, or
     * the one before, since a server delivers in two threads.
     */
    private static boolean mayHaveTakenAMail(int after, MailSink.Moment moment, boolean server) {
        return moment.compareTo(MailSink.Moment.IN_MAIL) >= 0 || (server && after > 0);
    }

    /** The subjects of the reports of all night runs that came to their end. */
    private Set<String> reports() throws Exception {
        String[] list = {"record", "list", "batch-run", "--where", "state=FINISHED", "--limit", "1000", "-o", "csv"};
        return ok(tickmark.run(list))
                .lines()
                .skip(1)
                .map(line -> "Subject: Night run " + line.split(",", -1)[0] + ": done and proven, 0 open")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.tickmark.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.Origin;
import org.tickmark.api.PermissionDenied;
import org.tickmark.api.Problem;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.host.mail.Mails;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.api.message.Message;
import org.tickmark.api.record.RecordQuery;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.mail.FakePostman.Killed;
import org.tickmark.mail.smtp.Failure;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutboxSuite {
    private static final Instant FRIDAY_5 = Instant.parse("2026-11-27T05:00:00Z");
    private static final String KARI = "kari@example.org";
    private static final String OLA = "ola@example.org";

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private ManualClock clock;
    private FakePostman postman;
    private Office office;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.mail", Courier.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void prepare() {
        transactions.inTransaction(tx -> {
            for (String table : List.of("mail_attempt", "mail_outbox", "mail_file", "mail_letter")) {
                Sql.on(tx.connection(), "delete from " + table).update();
            }
            return true;
        });
        clock = ManualClock.at(FRIDAY_5);
        postman = new FakePostman();
        office = new Office(transactions, clock, postman);
    }

    // ---------------------------------------------------------------- taking letters

    @Test
    void whatIsTakenIsDeliveredOnce() {
        List<Long> mails = office.enqueue(KARI, OLA);

        office.deliverDue();
        office.deliverDue();

        assertThat(mails).hasSize(2);
        assertThat(postman.taken)
                .extracting(org.tickmark.mail.smtp.Message::recipient)
                .containsExactly(KARI, OLA);
        assertThat(new HashSet<>(postman.ids())).hasSize(2);
        assertThat(postman.ids()).allMatch(id -> id.endsWith("@example.org>"));
        assertThat(office.state(mails.get(0))).isEqualTo("SENT");
        assertThat(office.courier.taken()).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackIsNotDelivered() {
        assertThatThrownBy(() -> transactions.inTransaction(tx -> {
                    office.outbox.enqueue(tx, Office.CALLER, Letter.of("x", List.of(KARI), Office.content("Report")));
                    throw new IllegalStateException("work failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        office.deliverDue();

        assertThat(postman.taken).isEmpty();
        assertThat(office.count("mail_letter")).isZero();
    }

    @Test
    void ofLettersWithOneKeyTheFirstIsTaken() {
        Letter letter =
                Letter.of("task/x", List.of(KARI), Office.content("Report")).once("task/x/1");

        assertThat(office.enqueue(letter)).hasSize(1);
        assertThat(office.enqueue(letter)).isEmpty();
    }

    @Test
    void aLetterIsWrittenInItsOwnLanguage() {
        MailContent content = MailContent.about(Message.verbatim("Report"))
                .problems(List.of(Problem.error("x", Message.verbatim("y")).build()))
                .build();
        office.enqueue(Letter.of("x", List.of(KARI), content).in(Locale.forLanguageTag("sv")));
        office.enqueue(Letter.of("x", List.of(KARI), content));
        office.deliverDue();
        assertThat(postman.taken)
                .extracting(mail -> mail.text())
                .containsExactlyInAnyOrder("- Fel: y\n", "- Error: y\n");
    }

    @Test
    void nothingIsTakenWhileMailIsOff() {
        office.settings.with(MailSettings.ENABLED, "false");
        assertThat(office.enqueue(KARI)).isEmpty();
        assertThat(office.count("mail_outbox")).isZero();
    }

    @Test
    void whatWaitsStaysWhileMailIsOff() {
        List<Long> mails = office.enqueue(KARI);
        office.settings.with(MailSettings.ENABLED, "false");

        office.deliverDue();

        assertThat(postman.taken).isEmpty();
        assertThat(office.state(mails.get(0))).isEqualTo("WAITING");
    }

    @Test
    void addressesAndSubjectsThatCouldForgeHeadersOrCommandsAreRefused() {
        for (String address : List.of(
                "kari@example.org\r\nRCPT TO:<all@example.org>",
                "kari@example.org\nBcc: all@example.org",
                "kari@example.org, ola@example.org",
                "<kari@example.org>",
                "kari@exa mple.org",
                "\"a b\"@example.org",
                "kari@example.org\u0000",
                "kåri@example.org",
                ".kari@example.org",
                "a@b@example.org",
                "")) {
            assertThatThrownBy(() -> office.enqueue(address))
                    .as(address)
                    .isInstanceOfSatisfying(
                            TickmarkException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("mail.address"));
        }
        for (String subject : List.of("Report\r\nBcc: all@example.org", "Report\u2028x", " ", "Report\u0000")) {
            assertThatThrownBy(() -> office.enqueue(Letter.of("x", List.of(KARI), Office.content(subject))))
                    .as(subject)
                    .isInstanceOfSatisfying(
                            TickmarkException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("mail.subject"));
        }
        assertThat(office.count("mail_letter")).isZero();
    }

    @Test
    void filesAndTextComeThroughTheDatabaseAsTheyWere() {
        MailContent content = MailContent.about(Message.verbatim("Räkna"))
                .paragraph(Message.verbatim("ett\ntvå"))
                .picture(
                        MailFile.of("chart.png", "image/png", new byte[] {1, 0, (byte) 255}),
                        Message.verbatim("a chart"))
                .file(MailFile.text("öppna.csv", "text/csv", "å;1\n"))
                .build();
        office.enqueue(Letter.of("batch/17", List.of(KARI), content));

        office.deliverDue();

        org.tickmark.mail.smtp.Message sent = postman.taken.get(0);
        assertThat(sent.subject()).isEqualTo("Räkna");
        assertThat(sent.text()).contains("ett\ntvå").contains("[a chart]");
        assertThat(sent.html().orElseThrow()).contains("cid:picture1@tickmark").contains("ett<br>");
        assertThat(sent.files().get(0).file().content()).containsExactly(1, 0, 255);
        assertThat(sent.files().get(0).contentId()).contains("picture1@tickmark");
        assertThat(sent.files().get(1).file().name()).isEqualTo("öppna.csv");
        assertThat(sent.date()).isEqualTo(FRIDAY_5);
    }

    // ---------------------------------------------------------------- trying again

    @Test
    void aMailThatIsDeferredIsTriedAgainLaterWithTheSameId() {
        List<Long> mails = office.enqueue(KARI);
        List<String> ids = new ArrayList<>();
        postman.refuse(Failure.DEFERRED, 2);

        office.deliverDue();
        assertThat(office.state(mails.get(0))).isEqualTo("WAITING");
        office.deliverFor(Duration.ofMinutes(5));

        ids.addAll(postman.ids());
        assertThat(ids).hasSize(1);
        Mails.Mail mail = office.desk.mail(Office.CALLER, mails.get(0)).orElseThrow();
        assertThat(mail.messageId()).isEqualTo(ids.get(0));
        assertThat(mail.state()).isEqualTo(Mails.State.SENT);
        assertThat(mail.attempts())
                .extracting(attempt -> attempt.outcome().orElseThrow())
                .containsExactly("deferred: no", "deferred: no", "taken");
        assertThat(office.courier.failed()).isEqualTo(2);
    }

    @Test
    void aHostThatIsDeadForAnHourGetsEachMailOnce() {
        office.enqueue(KARI, OLA);
        postman.refuse(Failure.CONNECTION_REFUSED, 1000);

        office.deliverFor(Duration.ofHours(1));
        long attempts = office.count("mail_attempt");
        assertThat(postman.taken).isEmpty();
        assertThat(attempts).isBetween(10L, 16L);
        postman.refuseNoMore();

        office.deliverFor(Duration.ofHours(3));

        assertThat(postman.taken)
                .extracting(org.tickmark.mail.smtp.Message::recipient)
                .containsExactlyInAnyOrder(KARI, OLA);
        assertThat(office.events.topics()).isEmpty();
    }

    @Test
    void aMailThatIsRefusedForGoodIsGivenUpAtOnceAndTold() {
        List<Long> mails = office.enqueue(KARI, OLA);
        postman.refuse(Failure.REFUSED, 1);

        office.deliverFor(Duration.ofHours(3));

        assertThat(office.state(mails.get(0))).isEqualTo("GIVEN_UP");
        assertThat(office.state(mails.get(1))).isEqualTo("SENT");
        assertThat(office.events.topics()).containsExactly("mail.given-up");
        assertThat(office.events.recorded().get(0).subject()).isEqualTo("mail/" + mails.get(0));
        assertThat(figure("tickmark_mail_given_up")).isEqualTo(1);
    }

    @Test
    void aMailIsGivenUpWhenItsTimeIsOver() {
        List<Long> mails = office.enqueue(KARI);
        postman.refuse(Failure.TIMEOUT, 1000);

        office.deliverFor(Duration.ofHours(46));
        assertThat(office.state(mails.get(0))).isEqualTo("WAITING");
        office.deliverFor(Duration.ofHours(3));

        assertThat(office.state(mails.get(0))).isEqualTo("GIVEN_UP");
        assertThat(office.count("mail_attempt")).isLessThan(70);
    }

    @Test
    void aMailThatNobodyForesawIsTriedAndGivenUpLikeAnyOther() {
        List<Long> mails = office.enqueue(KARI);
        for (int i = 0; i < 1000; i++) {
            postman.then(() -> {
                throw new IllegalStateException("unforeseen");
            });
        }

        office.deliverFor(Duration.ofHours(50));

        assertThat(office.state(mails.get(0))).isEqualTo("GIVEN_UP");
    }

    @Test
    void noMoreThanSoManyMailsGoOutInAMinute() {
        office.settings.with(MailSettings.PER_MINUTE, "3");
        for (int i = 0; i < 4; i++) {
            office.enqueue(KARI, OLA);
        }

        office.deliverDue();
        assertThat(postman.taken).hasSize(3);
        clock.advance(Duration.ofSeconds(59));
        office.deliverDue();
        assertThat(postman.taken).hasSize(3);
        office.deliverFor(Duration.ofMinutes(3));

        assertThat(postman.taken).hasSize(8);
    }

    @Test
    void aWrongSettingLeavesMailsWaiting() {
        List<Long> mails = office.enqueue(KARI);
        office.settings.with(MailSettings.HOST, "");

        assertThatThrownBy(office.courier::step).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                        e.problem().where())
                .contains("mail.host"));
        assertThat(office.state(mails.get(0))).isEqualTo("WAITING");
        assertThat(office.count("mail_attempt")).isZero();
    }

    // ---------------------------------------------------------------- ends of processes

    @Test
    void aMailWhoseProcessIsKilledWhileItIsHandedOverIsSentAgainWithTheSameId() {
        office.enqueue(KARI);
        postman.then(() -> {
            throw new Killed();
        });
        assertThatThrownBy(office.courier::step).isInstanceOf(Killed.class);
        Office other = new Office(transactions, clock, postman);

        other.deliverDue();
        assertThat(postman.taken).isEmpty();
        clock.advance(Courier.LOST_AFTER);
        other.deliverDue();

        assertThat(postman.taken).hasSize(1);
        assertThat(other.count("mail_attempt")).isEqualTo(2);
    }

    @Test
    void whatThisProcessHandsOverIsNotFreedAsLost() {
        office.enqueue(KARI);
        AtomicInteger seen = new AtomicInteger();
        postman.then(() -> {
            Office again = new Office(transactions, clock, postman);
            again.courier.freeLost();
            again.deliverDue();
            seen.set(postman.taken.size());
        });

        office.deliverDue();

        assertThat(seen).hasValue(0);
        assertThat(postman.taken).hasSize(1);
    }

    @Test
    void whatAProcessBeforeHandedOverIsFreedAsLost() {
        List<Long> mails = office.enqueue(KARI);
        transactions.inTransaction(
                tx -> Sql.on(tx.connection(), "update mail_outbox set claim = ?, next_at = ? where id = ?")
                        .with("1-2-gone", clock.instant().plus(Courier.LOST_AFTER), mails.get(0))
                        .update());

        office.courier.freeLost();
        office.deliverDue();

        assertThat(postman.taken).hasSize(1);
    }

    @Test
    void aDatabaseThatIsAwayAfterAHandoverLeadsToNoSecondOne() {
        FailingTransactions failing = new FailingTransactions(transactions);
        Office there = new Office(failing, clock, postman);
        List<Long> mails = there.enqueue(KARI);
        postman.then(() -> failing.failNext(3));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(there.courier::step).isInstanceOf(TickmarkException.class);
        }
        there.deliverDue();

        assertThat(postman.taken).hasSize(1);
        assertThat(there.state(mails.get(0))).isEqualTo("SENT");
    }

    @Test
    void manyCouriersDeliverEachMailOnce() throws Exception {
        office.settings.with(MailSettings.PER_MINUTE, "10000");
        for (int i = 0; i < 30; i++) {
            office.enqueue(KARI, OLA);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Office each = new Office(transactions, clock, postman);
                each.settings.with(MailSettings.PER_MINUTE, "10000");
                all.add(threads.submit(each::deliverDue));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(postman.ids()).hasSize(60).doesNotHaveDuplicates();
    }

    // ---------------------------------------------------------------- waiting for delivery

    @Test
    void whoWaitsIsToldNothingWhenAllIsDelivered() {
        List<Long> mails = office.enqueue(KARI, OLA);
        postman.refuse(Failure.DEFERRED, 1);

        assertThat(office.outbox.deliver(mails, Duration.ofMinutes(2), () -> false))
                .isEmpty();
        assertThat(postman.taken).hasSize(2);
        assertThat(Duration.between(FRIDAY_5, clock.instant())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void whoWaitsIsToldOfWhatIsNotDeliveredInTime() {
        List<Long> mails = office.enqueue(KARI, OLA);
        postman.refuse(Failure.REFUSED, 1).refuse(Failure.CONNECTION_REFUSED, 1000);

        List<Problem> problems = office.outbox.deliver(mails, Duration.ofMinutes(2), () -> false);

        assertThat(problems).extracting(Problem::code).containsExactly("mail.given-up", "mail.waits");
        assertThat(problems.get(1).text(Locale.ENGLISH)).contains(OLA).contains("connection-refused: no");
        assertThat(clock.instant()).isEqualTo(FRIDAY_5.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whoWaitsIsToldOfAWrongSettingAtOnce() {
        List<Long> mails = office.enqueue(KARI);
        office.settings.with(MailSettings.HOST, "");

        assertThat(office.outbox.deliver(mails, Duration.ofMinutes(2), () -> false))
                .extracting(Problem::code)
                .containsExactly("config.invalid");
        assertThat(clock.instant()).isEqualTo(FRIDAY_5);
    }

    // ---------------------------------------------------------------- by hand

    @Test
    void aMailThatWasGivenUpCanBeTriedAgain() {
        List<Long> mails = office.enqueue(KARI);
        postman.refuse(Failure.REFUSED, 1);
        office.deliverDue();

        clock.advance(Duration.ofDays(7));
        office.desk.retry(Office.CALLER, mails);
        office.deliverDue();

        assertThat(office.state(mails.get(0))).isEqualTo("SENT");
        assertThat(office.audit.actions()).containsExactly("mail.retried");
    }

    @Test
    void aMailCanBeDropped() {
        List<Long> mails = office.enqueue(KARI);

        office.desk.drop(Office.CALLER, mails);
        office.deliverDue();

        assertThat(postman.taken).isEmpty();
        assertThat(office.state(mails.get(0))).isEqualTo("DROPPED");
        assertThat(office.audit.actions()).containsExactly("mail.dropped");
    }

    @Test
    void whatIsDeliveredOrUnderWayOrNotThereStaysAsItIs() {
        List<Long> mails = office.enqueue(KARI);
        postman.then(() -> assertState(() -> office.desk.drop(Office.CALLER, mails)));
        office.deliverDue();

        assertState(() -> office.desk.retry(Office.CALLER, mails));
        assertState(() -> office.desk.drop(Office.CALLER, List.of(0L)));
        assertThat(postman.taken).hasSize(1);
        assertThat(office.audit.acts()).isEmpty();
    }

    private static void assertState(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("mail.state"));
    }

    @Test
    void nothingIsShownOrDoneWithoutTheRight() {
        Caller nobody = new Caller("nobody", Set.of(), Set.of(), Locale.ENGLISH, Origin.SHELL);

        assertThatThrownBy(() -> office.desk.test(nobody, Optional.empty())).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> office.desk.retry(nobody, List.of(1L))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> office.desk.drop(nobody, List.of(1L))).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> office.desk.mail(nobody, 1)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> office.desk.templates(nobody)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> office.desk.preview(nobody, "test", "", Locale.ENGLISH))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> new MailRecords(transactions).list(nobody, RecordQuery.first(1)))
                .isInstanceOf(PermissionDenied.class);
    }

    @Test
    void aTestMessageGoesToTheAddressThatMailsComeFromUnlessAnotherIsNamed() {
        office.settings.with(MailSettings.ENABLED, "false");

        Mails.Trial trial = office.desk.test(Office.CALLER, Optional.empty());
        office.desk.test(Office.CALLER, Optional.of(KARI));

        assertThat(trial.recipient()).isEqualTo("tickmark@example.org");
        assertThat(trial.dialogue()).containsExactly("S: 250 ok");
        assertThat(trial.failure()).isEmpty();
        assertThat(postman.taken)
                .extracting(org.tickmark.mail.smtp.Message::recipient)
                .containsExactly("tickmark@example.org", KARI);
        assertThat(postman.taken.get(0).text()).contains("localhost").contains("none");
        assertThat(office.audit.actions()).containsExactly("mail.test", "mail.test");
        assertThat(office.count("mail_outbox")).isZero();
    }

    @Test
    void mailsAreRecords() {
        List<Long> mails = office.enqueue(KARI, OLA);
        office.deliverDue();

        MailRecords records = new MailRecords(transactions);

        assertThat(records.list(Office.CALLER, RecordQuery.first(10).where("recipient", OLA))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith(mails.get(1), "batch/17", OLA, "Report", "SENT", 1L)
                        .contains(FRIDAY_5));
    }

    @Test
    void whoMaySeeSomeUnitsOnlySeesNoMails() {
        office.enqueue(KARI);
        Caller some = new Caller("some", Office.CALLER.permissions(), Set.of("A"), Locale.ENGLISH, Origin.SHELL);
        assertThat(new MailRecords(transactions)
                        .list(some, RecordQuery.first(10))
                        .rows())
                .isEmpty();
    }

    // ---------------------------------------------------------------- the course of time

    @Test
    void deliveredMailsAreForgottenInTheEndAndGivenUpOnesAreNot() {
        office.enqueue(KARI, OLA);
        postman.refuse(Failure.REFUSED, 1);
        office.deliverDue();
        Retention retention = new Retention(transactions, office.settings, clock);

        clock.advance(Duration.ofDays(89));
        retention.forgetOld();
        assertThat(office.count("mail_outbox")).isEqualTo(2);
        clock.advance(Duration.ofDays(2));
        retention.forgetOld();

        assertThat(office.count("mail_outbox")).isEqualTo(1);
        assertThat(office.count("mail_letter")).isEqualTo(1);
    }

    @Test
    void theFiguresTellOfWhatWaits() {
        office.enqueue(KARI);
        clock.advance(Duration.ofSeconds(90));

        assertThat(figure("tickmark_mail_waiting")).isEqualTo(1);
        assertThat(figure("tickmark_mail_oldest_waiting_seconds")).isEqualTo(90);
        office.deliverDue();
        assertThat(figure("tickmark_mail_waiting")).isZero();
        assertThat(figure("tickmark_mail_delivered_total")).isEqualTo(1);
    }

    private double figure(String name) {
        return new MailFigures(transactions, office.courier, clock)
                .metrics().stream()
                        .filter(family -> family.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .samples()
                        .get(0)
                        .value();
    }
}

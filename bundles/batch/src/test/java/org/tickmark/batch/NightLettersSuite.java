package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickmark.api.host.imports.FileOutcome.Result.IMPORTED;
import static org.tickmark.api.host.imports.FileOutcome.Result.REJECTED;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Caller;
import org.tickmark.api.CancelToken;
import org.tickmark.api.Origin;
import org.tickmark.api.Permission;
import org.tickmark.api.Problem;
import org.tickmark.api.Progress;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Locks;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.BatchRequest;
import org.tickmark.api.host.batch.BatchRequest.Mode;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.books.Books;
import org.tickmark.api.host.books.Unit;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailFile;
import org.tickmark.kit.jdbc.Sql;
import org.tickmark.platform.DatabaseFixture;
import org.tickmark.testkit.ManualClock;
import org.tickmark.testkit.host.ManualSettings;
import org.tickmark.testkit.host.Partly;
import org.tickmark.testkit.host.RecordingAudit;
import org.tickmark.testkit.host.RecordingEvents;

/** Who is told what of night runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightLettersSuite {
    private static final Caller CALLER = Caller.os("test", Locale.ENGLISH).through(Origin.BATCH);
    private static final String DESK = "desk@example.org";
    private static final String CHIEF = "chief@example.org";

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private ManualClock clock;
    private FakeImports imports;
    private FakeReconciliation reconciliation;
    private FakeOutbox outbox;
    private ManualSettings settings;
    private boolean lockIsFree;
    private Duration mailWait;

    abstract DatabaseFixture database();

    @BeforeAll
    void migrate() {
        transactions = database.migrate("org.tickmark.batch", NightRun.class);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void prepare() {
        clock = ManualClock.at("2026-06-01T04:00:00Z");
        imports = new FakeImports();
        reconciliation = new FakeReconciliation();
        outbox = new FakeOutbox();
        settings = new ManualSettings().with(BatchSettings.ERRORS_TO, DESK).with(BatchSettings.DONE_TO, CHIEF);
        lockIsFree = true;
        mailWait = Duration.ZERO;
        transactions.inTransaction(tx -> {
            Sql.on(tx.connection(), "delete from batch_run_unit").update();
            return Sql.on(tx.connection(), "delete from batch_run").update();
        });
    }

    // ---------------------------------------------------------------- what is told

    @Test
    void completionIsToldWithProofsRulesAndOpenItems() {
        wellUnit();
        BatchResult result = run();

        Letter letter = only();
        assertThat(letter.recipients()).containsExactly(CHIEF);
        assertThat(letter.about()).isEqualTo("batch/" + result.runId());
        assertThat(letter.content().files()).extracting(MailFile::name).containsExactly("bank.html");
        assertThat(PlainMail.of(letter.content()))
                .contains("Night run " + result.runId() + ": done and proven, 5 open")
                .contains("A | 1 | 100 | 180 | 5")
                .contains("bank | 2026-05-31 | SEK | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | holds")
                .contains("bank | reference | 90 | 180")
                .contains("bank | bank | 2026-05-02 | 29 | -12.50 | SEK | F-1 | nothing like it");
    }

    @Test
    void errorsAreToldWithWhatWasKeptOutAndNobodyIsToldOfCompletion() {
        imports.scheduled("A", cancel -> FakeImports.files(IMPORTED, REJECTED));
        BatchResult result = run();

        Letter letter = only();
        assertThat(letter.recipients()).containsExactly(DESK);
        assertThat(PlainMail.of(letter.content()))
                .contains("Night run " + result.runId() + ": partly done")
                .contains("A | bank | may.xml | rejected");
    }

    @Test
    void aProofThatFailsIsToldWithItsReason() {
        reconciliation.scheduled("A", "bank-a", FakeReconciliation::notProven);
        run();
        assertThat(PlainMail.of(only().content()))
                .contains(": a balance proof failed")
                .contains("- bank: proof.closing")
                .contains("does not hold");
    }

    @Test
    void theFirstRunThatEndsWellAfterOthersIsToldToThoseWhoWereToldOfThem() {
        imports.scheduled("A", cancel -> FakeImports.files(REJECTED));
        run();
        outbox.letters.clear();
        imports = new FakeImports();
        wellUnit();

        run();
        assertThat(outbox.letters)
                .extracting(letter -> letter.recipients().get(0))
                .containsExactly(DESK, CHIEF);
        assertThat(PlainMail.of(outbox.letters.get(0).content())).contains(": well again, 5 open");
        outbox.letters.clear();
        run();

        assertThat(only().recipients()).containsExactly(CHIEF);
    }

    @Test
    void whoGetsBothIsToldOnce() {
        settings.with(BatchSettings.DONE_TO, DESK);
        imports.scheduled("A", cancel -> FakeImports.files(REJECTED));
        run();
        outbox.letters.clear();
        imports = new FakeImports();
        wellUnit();
        run();
        assertThat(outbox.letters.stream().flatMap(letter -> letter.recipients().stream()))
                .containsExactly(DESK);
    }

    @Test
    void completionIsToldOnlyIfSomethingChangedWhereThatIsWished() {
        settings.with(BatchSettings.DONE_WHEN, "changed");
        imports.scheduled("A", cancel -> FakeImports.files());
        run();
        assertThat(outbox.letters).isEmpty();
        wellUnit();
        run();
        assertThat(outbox.letters).hasSize(1);
    }

    @Test
    void aRunThatWasKilledIsToldByTheNextOne() {
        transactions.inTransaction(
                tx -> Sql.on(tx.connection(), """
                    insert into batch_run (mode, state, caller, origin, started_at)
                    values ('ALL', 'RUNNING', 'os:test', 'BATCH', ?)\
                    """).with(clock.instant()).insert());
        wellUnit();
        run();

        assertThat(outbox.letters)
                .extracting(letter -> letter.recipients().get(0))
                .containsExactly(DESK, CHIEF);
        assertThat(PlainMail.of(outbox.letters.get(0).content()))
                .contains("a run before it was killed")
                .contains("was killed before it ended");
    }

    @Test
    void aRunThatCannotBeginIsTold() {
        lockIsFree = false;
        assertThat(run().exitCode()).isEqualTo(ExitCode.LOCKED);
        assertThat(PlainMail.of(only().content())).contains("No night run: another run holds the lock");
    }

    // ---------------------------------------------------------------- nobody is told

    @Test
    void nobodyIsToldOfARunThatIsSwitchedOffOrDry() {
        wellUnit();
        settings.with(BatchSettings.ENABLED, "false");
        assertThat(run().exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        settings.with(BatchSettings.ENABLED, "true");
        run(true);
        assertThat(outbox.letters).isEmpty();
    }

    @Test
    void nobodyIsToldWhoDoesNotWishIt() {
        settings.with(BatchSettings.ERRORS_TO, "").with(BatchSettings.DONE_TO, "");
        outbox.on = false;
        wellUnit();
        assertThat(run().exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outbox.letters).isEmpty();
    }

    @Test
    void thatNobodyCanBeToldIsTold() {
        wellUnit();
        outbox.on = false;
        BatchResult off = run();
        assertThat(off.exitCode()).isEqualTo(ExitCode.MAIL);
        assertThat(off.problems()).extracting(Problem::code).containsExactly("batch.mail-off");

        outbox.on = true;
        settings.with(BatchSettings.ERRORS_TO, "").with(BatchSettings.DONE_TO, "nobody");
        BatchResult wrong = run();
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.MAIL);
        assertThat(wrong.problems().get(0).where()).contains("batch.doneTo");
    }

    // ---------------------------------------------------------------- waiting

    @Test
    void waitsForDeliveryAndEndsWithTheCodeOfMailWhenItIsInVain() {
        wellUnit();
        mailWait = Duration.ofMinutes(2);
        assertThat(run().exitCode()).isEqualTo(ExitCode.OK);
        outbox.notDelivered.add(FakeReconciliation.problem("mail.waits"));
        BatchResult result = run();

        assertThat(outbox.patience).containsExactly(mailWait, mailWait);
        assertThat(result.exitCode()).isEqualTo(ExitCode.MAIL);
        assertThat(result.problems()).extracting(Problem::code).containsExactly("mail.waits");
    }

    @Test
    void leavesDeliveryToAServerWhenItIsNotToWait() {
        wellUnit();
        run();
        assertThat(outbox.patience).isEmpty();
    }

    @Test
    void onlyARunThatEndsWellGivesASignOfLife() {
        settings.with(BatchSettings.ALIVE_URL, "no address");
        wellUnit();
        BatchResult well = run();
        assertThat(well.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(well.problems()).extracting(Problem::code).containsExactly("batch.no-sign-of-life");

        imports.scheduled("A", cancel -> FakeImports.files(REJECTED));
        assertThat(run().problems()).isEmpty();
    }

    // ---------------------------------------------------------------- the template

    @Test
    void theTemplateTellsOfARunThatHasEnded() {
        wellUnit();
        long first = run().runId();
        long second = run().runId();

        assertThat(preview(CALLER, "")).contains("Night run " + second + ", 5 open");
        assertThat(preview(CALLER, String.valueOf(first)))
                .contains("Night run " + first)
                .contains("A | 1 | 100 | 180 | 5")
                .contains("holds")
                .contains("F-1");
    }

    @Test
    void theTemplateTellsOfNoRunThatIsNotThereOrNotToBeSeen() {
        wellUnit();
        long run = run().runId();
        Caller other = new Caller("ann", Set.of(Permission.ALL), Set.of("B"), Locale.ENGLISH, Origin.SHELL);
        for (String about : List.of("0", "x")) {
            assertUnknown(CALLER, about);
        }
        assertUnknown(other, String.valueOf(run));
    }

    private void assertUnknown(Caller caller, String about) {
        assertThatThrownBy(() -> preview(caller, about))
                .isInstanceOfSatisfying(
                        TickmarkException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("batch.run-unknown"));
    }

    private String preview(Caller caller, String about) {
        MailContent content =
                new NightTemplate(transactions, imports.service(), reconciliation.service()).content(caller, about);
        return PlainMail.of(content);
    }

    // ---------------------------------------------------------------- fixture

    private void wellUnit() {
        imports.scheduled("A", cancel -> FakeImports.files(IMPORTED));
        reconciliation.scheduled("A", "bank", FakeReconciliation::proven);
    }

    private Letter only() {
        assertThat(outbox.letters).hasSize(1);
        return outbox.letters.get(0);
    }

    private BatchResult run() {
        return run(false);
    }

    private BatchResult run(boolean dryRun) {
        BatchRequest request = new BatchRequest(
                Mode.ALL, List.of(), List.of(), Optional.empty(), dryRun, Duration.ZERO, Optional.empty(), mailWait);
        return batch().run(CALLER, request, Progress.NONE, CancelToken.NEVER);
    }

    private NightRun batch() {
        Books books = Partly.answering(Books.class, "units", () -> List.of(new Unit("A", "Alpha AB", "", "SEK")));
        Locks locks = (name, patience, cancel) -> lockIsFree ? Optional.of(() -> {}) : Optional.empty();
        RunJournal journal =
                new RunJournal(transactions, new RecordingAudit(), new RecordingEvents(clock), outbox, clock);
        return new NightRun(
                books,
                imports.service(),
                reconciliation.service(),
                locks,
                settings,
                journal,
                outbox,
                clock,
                ZoneOffset.UTC);
    }
}

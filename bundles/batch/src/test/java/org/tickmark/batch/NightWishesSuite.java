package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickmark.api.host.imports.FileOutcome.Result.DUPLICATE;
import static org.tickmark.api.host.imports.FileOutcome.Result.IMPORTED;
import static org.tickmark.api.host.imports.FileOutcome.Result.REJECTED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.Problem;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.batch.BatchResult;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.api.mail.MailFile;
import org.tickmark.platform.DatabaseFixture;

/** Who wants to be told of which units, in which language, and of how many nights at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightWishesSuite {
    private static final String OF_A = "anna@example.org[unit=A]";

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private NightHouse house;

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
        house = new NightHouse(transactions);
    }

    // ---------------------------------------------------------------- units

    @Test
    void whoLooksAfterAUnitIsToldOfThatOneOnly() {
        house.settings.with(BatchSettings.DONE_TO, "chief@example.org, " + OF_A);
        List<Letter> letters = house.night();

        assertThat(letters).extracting(NightWishesSuite::to).containsExactly("chief@example.org", "anna@example.org");
        assertThat(PlainMail.of(letters.get(0).content()))
                .contains("B | 1 | 100 | 180 | 5")
                .contains("bank-b");
        assertThat(PlainMail.of(letters.get(1).content()))
                .contains("done and proven, 5 open")
                .contains("A | 1 | 100 | 180 | 5")
                .contains("bank-a")
                .doesNotContain("B | 1")
                .doesNotContain("bank-b");
        assertThat(letters.get(1).content().files()).extracting(MailFile::name).containsExactly("bank-a.html");
    }

    @Test
    void anotherUnitsErrorIsNotTheirs() {
        house.settings.with(BatchSettings.ERRORS_TO, "desk@example.org, " + OF_A);
        house.settings.with(BatchSettings.DONE_TO, "chief@example.org, " + OF_A);
        house.prepare(IMPORTED, REJECTED);
        List<Letter> letters = house.night();

        assertThat(letters).extracting(NightWishesSuite::to).containsExactly("desk@example.org", "anna@example.org");
        assertThat(PlainMail.of(letters.get(1).content()))
                .contains("done and proven")
                .doesNotContain("rejected");
    }

    @Test
    void theirUnitsErrorAndRecoveryIsTheirs() {
        house.settings.with(BatchSettings.ERRORS_TO, OF_A + ", berit@example.org[unit=B]");
        house.prepare(REJECTED, IMPORTED);
        assertThat(house.night()).extracting(NightWishesSuite::subject).containsExactly("partly done");
        house.prepare(IMPORTED, REJECTED);
        assertThat(house.night())
                .extracting(NightWishesSuite::to)
                .containsExactly("anna@example.org", "berit@example.org");
        assertThat(house.outbox.letters)
                .extracting(NightWishesSuite::subject)
                .containsExactly("well again, 5 open", "partly done");
    }

    @Test
    void whatIsNoUnitsMatterIsEverybodys() {
        house.settings.with(BatchSettings.ERRORS_TO, OF_A);
        house.locked.add("batch");
        assertThat(house.night()).extracting(NightWishesSuite::to).containsExactly("anna@example.org");
    }

    @Test
    void aUnitThatIsNotThereIsTold() {
        house.settings.with(BatchSettings.DONE_TO, "anna@example.org[unit=Z]");
        BatchResult result = house.run();
        assertThat(result.exitCode().code()).isEqualTo(7);
        assertThat(result.problems()).extracting(Problem::code).containsExactly("config.invalid");
        assertThat(result.problems().get(0).expected()).contains("A, B");
    }

    // ---------------------------------------------------------------- language

    @Test
    void eachIsToldInALanguageOfTheirOwnWithItsFiles() {
        house.settings.with(BatchSettings.DONE_TO, "chief@example.org, olle@example.org[language=sv unit=A]");
        List<Letter> letters = house.night();
        assertThat(letters)
                .extracting(letter -> letter.language().map(Locale::getLanguage))
                .containsExactly(Optional.of("en"), Optional.of("sv"));
        assertThat(new String(letters.get(1).content().files().get(0).content(), StandardCharsets.UTF_8))
                .contains("lang='sv'");
    }

    // ---------------------------------------------------------------- several nights

    @Test
    void aWeekIsToldByTheFirstRunAfterIt() {
        house.settings.with(BatchSettings.DONE_TO, "week@example.org[digest=week]");
        List<Letter> told = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            house.prepare(day == 3 ? REJECTED : IMPORTED, IMPORTED);
            told.addAll(house.night());
            house.clock.advance(Duration.ofDays(1));
        }
        assertThat(told).as("while the week goes on").isEmpty();
        house.killedRun();
        house.clock.advance(Duration.ofHours(1));

        List<Letter> letters = house.night();
        assertThat(letters).hasSize(1);
        assertThat(PlainMail.of(letters.get(0).content()))
                .startsWith("Night runs of week 2026-W23: 7 runs, 1 not well, 10 open\n")
                .contains(" | 2026-06-01T04:00:00Z | done and proven | 2 | 200 | 360 | 10\n")
                .contains(" | 2026-06-03T04:00:00Z | partly done | 2 | 100 | 360 | 10\n")
                .contains("bank-a | reference")
                .contains("bank-b | 2026-05-31");
        assertThat(house.night()).as("told once").isEmpty();
    }

    @Test
    void aMonthInWhichNothingChangedIsNotToldWhereThatIsWished() {
        house.settings.with(BatchSettings.DONE_TO, "month@example.org[digest=month]");
        house.settings.with(BatchSettings.DONE_WHEN, "changed");
        house.reconciliation = new FakeReconciliation();
        house.imports = new FakeImports();
        house.imports.scheduled("A", cancel -> FakeImports.files("A", DUPLICATE));
        house.night();
        house.setClock("2026-07-01T04:00:00Z");
        assertThat(house.night()).isEmpty();
        house.prepare(IMPORTED, IMPORTED);
        house.night();
        house.setClock("2026-08-03T04:00:00Z");
        assertThat(house.night()).extracting(NightWishesSuite::to).containsExactly("month@example.org");
    }

    // ---------------------------------------------------------------- pictures

    @Test
    void openItemsAreShownByAgeAndAfterEachOfTheLastRuns() throws IOException {
        house.settings.with(BatchSettings.DONE_TO, "chief@example.org");
        house.night();
        house.clock.advance(Duration.ofDays(1));
        Letter letter = house.night().get(0);

        assertThat(PlainMail.of(letter.content()))
                .contains("[0 to 7 days: 0, 8 to 30: 2, 31 to 90: 0, older: 0]")
                .contains("[06-01: 10, 06-02: 10]");
        List<MailFile> pictures = PlainMail.pictures(letter.content());
        assertThat(pictures).extracting(MailFile::name).containsExactly("open-by-age.png", "open-by-run.png");
        for (MailFile picture : pictures) {
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.content())))
                    .isNotNull();
        }
    }

    private static String to(Letter letter) {
        return letter.recipients().get(0);
    }

    private static String subject(Letter letter) {
        return letter.content().subject().toString().replaceFirst("^[^:]*: ", "");
    }
}

package org.tickmark.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tickmark.api.TickmarkException;
import org.tickmark.api.command.ExitCode;
import org.tickmark.api.host.Transactions;
import org.tickmark.api.host.mail.Letter;
import org.tickmark.platform.DatabaseFixture;

/** What is told of runs that were killed or never began, while a server runs. Times are those of Stockholm, two hours before UTC. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NightWatchSuite {
    private static final String FRIDAY_NIGHT = "2026-06-05T03:30:00Z";
    private static final String SATURDAY_8 = "2026-06-06T06:00:00Z";
    private static final String MONDAY_NIGHT = "2026-06-08T03:30:00Z";
    private static final String MONDAY_8 = "2026-06-08T06:00:00Z";

    private final DatabaseFixture database = database();
    private Transactions transactions;
    private NightHouse house;
    private NightWatch watch;

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
        house.settings.with(BatchSettings.ERRORS_TO, "desk@example.org");
        house.settings.with(BatchSettings.EXPECTED, "weekdays at 07:00");
        house.setClock(FRIDAY_NIGHT);
        watch = house.watch();
        house.run();
    }

    @Test
    void aNightWithoutARunIsToldOnce() {
        assertThat(lookAt(SATURDAY_8)).as("none is expected").isEmpty();
        List<Letter> letters = lookAt(MONDAY_8);
        assertThat(letters).hasSize(1);
        assertThat(PlainMail.of(letters.get(0).content()))
                .startsWith("No night run by 2026-06-08 07:00\n")
                .contains("Expected after | 2026-06-05T05:00:00Z")
                .contains("Begun | 2026-06-05T03:30:00Z")
                .contains("tickmark /A");
        assertThat(lookAt("2026-06-08T07:00:00Z")).isEmpty();
        assertThat(house.events.topics()).contains("batch.missing");
    }

    @Test
    void aNightWithARunIsNot() {
        house.setClock(MONDAY_NIGHT);
        house.run();
        assertThat(lookAt(MONDAY_8)).isEmpty();
    }

    @Test
    void aServerThatWasDownTellsWhenItIsBack() {
        house.setClock("2026-06-08T10:00:00Z");
        watch = house.watch();
        assertThat(lookAt("2026-06-08T10:00:00Z")).hasSize(1);
    }

    @Test
    void nobodyIsToldOfATimeBeforeThereWasARunOrAServer() {
        house = new NightHouse(transactions);
        house.settings.with(BatchSettings.ERRORS_TO, "desk@example.org");
        house.settings.with(BatchSettings.EXPECTED, "0 7 * * 1-5");
        house.setClock(MONDAY_8);
        watch = house.watch();
        assertThat(lookAt(MONDAY_8)).isEmpty();
        assertThat(lookAt("2026-06-09T06:00:00Z")).as("the next one").hasSize(1);
    }

    @Test
    void nobodyIsToldWhileBackgroundJobsAreOffOrNoneIsExpected() {
        house.settings.with(BatchSettings.ENABLED, "false");
        assertThat(lookAt(MONDAY_8)).isEmpty();
        house.settings.with(BatchSettings.ENABLED, "true").with(BatchSettings.EXPECTED, "");
        assertThat(lookAt(MONDAY_8)).isEmpty();
    }

    @Test
    void aTimeThatCannotBeUnderstoodIsRefused() {
        for (String text : List.of("now and then", "61 7 * * *")) {
            house.settings.with(BatchSettings.EXPECTED, text);
            assertThatThrownBy(() -> lookAt(MONDAY_8)).isInstanceOfSatisfying(TickmarkException.class, e -> assertThat(
                            e.problem().where())
                    .contains("batch.expected"));
        }
    }

    @Test
    void everyLanguageCanSayIt() {
        for (String text : List.of("weekdays at 07:00", "hverdager kl. 07:00", "vardagar kl. 07:00")) {
            house.settings.with(BatchSettings.EXPECTED, text);
            assertThat(new Expected(house.settings, NightHouse.STOCKHOLM)
                            .last(Instant.parse(MONDAY_8))
                            .orElseThrow()
                            .by())
                    .as(text)
                    .hasToString("2026-06-08T05:00:00Z");
        }
    }

    @Test
    void aKilledRunIsToldWithoutWaitingForTheNextAndOnce() {
        house.setClock(MONDAY_NIGHT);
        long killed = house.killedRun();
        house.imports.rejectedBefore("A", "may.xml");
        house.locked.add("batch");
        assertThat(lookAt(MONDAY_8)).as("while it may be at work").isEmpty();
        house.locked.clear();

        List<Letter> letters = lookAt(MONDAY_8);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).about()).isEqualTo("batch/" + killed);
        assertThat(PlainMail.of(letters.get(0).content()))
                .startsWith("Night run " + killed + ": killed\n")
                .contains("may.xml");
        assertThat(lookAt(MONDAY_8)).isEmpty();
        house.outbox.letters.clear();
        house.run();
        assertThat(house.outbox.letters).singleElement().satisfies(letter -> assertThat(PlainMail.of(letter.content()))
                .contains(": well again, 10 open")
                .doesNotContain("may.xml"));
    }

    @Test
    void aKilledRunOfWhichNobodyGetsMailIsToldByTheNext() {
        house.setClock(MONDAY_NIGHT);
        house.killedRun();
        house.imports.rejectedBefore("A", "may.xml");
        house.settings.with(BatchSettings.ERRORS_TO, "");

        assertThat(lookAt(MONDAY_8)).isEmpty();

        assertThat(house.run().exitCode()).isEqualTo(ExitCode.PARTLY);
        assertThat(house.run().exitCode()).isEqualTo(ExitCode.OK);
    }

    private List<Letter> lookAt(String instant) {
        house.outbox.letters.clear();
        house.setClock(instant);
        watch.look();
        return List.copyOf(house.outbox.letters);
    }
}
